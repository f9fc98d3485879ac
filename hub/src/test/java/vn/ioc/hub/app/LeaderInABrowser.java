// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** What a leader does at the first page, in a real Chromium; each step ends with a screenshot. */
final class LeaderInABrowser implements AutoCloseable {
    /** The first question for the neighbours of a type is planned for seconds. */
    private static final double NEIGHBOURS_MILLIS = 20_000;

    private final Chromium chromium = new Chromium();
    private final Page page = chromium.page();
    private final String address;

    LeaderInABrowser(String address) {
        this.address = address;
    }

    List<String> problems() {
        return chromium.problems();
    }

    void signsIn(String password) {
        page.navigate(address + "/");
        shot("1-welcome");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                .click();
        chromium.signIn("leader", password);
        assertThat(page.locator("#viewer")).containsText("leader");
        assertThat(page.locator(".tile", new Page.LocatorOptions().setHasText("Văn bản")))
                .isVisible();
        for (String kind : List.of("Văn bản", "Phản ánh, kiến nghị")) {
            assertThat(page.locator(".hit .kind", new Page.LocatorOptions().setHasText(kind))
                            .first())
                    .isVisible();
        }
        shot("2-home");
    }

    /** By keyboard alone. */
    void picksASuggestion() {
        page.locator("#words").focus();
        page.keyboard().type("tra gi");
        Locator options = page.getByRole(AriaRole.OPTION);
        assertThat(options.first()).containsText(Pattern.compile("Trà Gi"));
        page.keyboard().press("ArrowDown");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        shot("3-suggestions");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Trà Gi");
        assertThat(page.locator("aside")).containsText("Nguồn");
        assertThat(page.locator(".neighbours .card").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(NEIGHBOURS_MILLIS));
        shot("4-suggested");
    }

    void findsThePetitionAndItsAnswer() {
        search("tra giac dat lam nghiep");
        assertThat(page.locator(".facet")).containsText("Phản ánh");
        assertThat(page.locator(".hit mark").first()).isVisible();
        shot("5-results");
        page.locator(".hit a[href*='Petition']").first().click();
        assertThat(page.locator(".fields")).containsText("Văn bản trả lời");
        assertThat(page.locator("aside")).containsText("smart-btm");
        assertThat(neighbours("Bản ghi này dẫn tới", "Văn bản trả lời")).containsText("đất lâm nghiệp");
        shot("6-petition");
        page.locator(".fields a[href*='Document']").click();
        assertThat(page.locator(".fields")).containsText("87/TNMT");
        Locator petitions = neighbours("Dẫn tới bản ghi này", "Phản ánh được văn bản này trả lời");
        assertThat(petitions.locator(".count")).hasText("1");
        assertThat(petitions.locator(".meta").first()).hasText("Phản ánh, kiến nghị");
        shot("7-document");
    }

    void seesThatNothingWasFound() {
        search("zzzz qqqq");
        assertThat(page.locator("h1")).hasText("Không tìm thấy");
        shot("8-nothing");
    }

    void readsOnANarrowScreen() {
        page.setViewportSize(390, 800);
        search("tra giac dat lam nghiep");
        assertThat(page.locator(".hit").first()).isVisible();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        org.assertj.core.api.Assertions.assertThat(overflow).isEqualTo(0);
        shot("9-narrow");
    }

    void isAskedToSignInAgain() {
        page.evaluate("sessionStorage.setItem('token', 'spoiled')");
        page.reload();
        assertThat(page.locator("main")).containsText("hết hạn");
        shot("10-expired");
    }

    /** The card of one link, on the side where it points this way. */
    private Locator neighbours(String direction, String link) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(direction))
                .locator(".card", new Locator.LocatorOptions().setHasText(link));
    }

    private void search(String words) {
        page.locator("#words").fill(words);
        page.keyboard().press("Enter");
        assertThat(page).hasTitle(words + " · IOC");
    }

    private void shot(String name) {
        assertThat(page.locator("main[aria-busy]")).hasCount(0);
        chromium.shot(name);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
