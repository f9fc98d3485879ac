// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a leader does at the first page, in a real Chromium; each step ends with a screenshot. */
final class LeaderInABrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final String address;
    private final Path screenshots;
    private final List<String> problems = new ArrayList<>();

    LeaderInABrowser(String address, Path screenshots) {
        this.address = address;
        this.screenshots = screenshots;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(FLAGS));
        page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1280, 850).setLocale("vi-VN"));
        page.setDefaultTimeout(PATIENCE_MILLIS);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("401")) {
                problems.add(message.text());
            }
        });
    }

    /** Scripts that failed and what the content security policy refused. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    void signsIn(String password) {
        page.navigate(address + "/");
        shot("1-welcome");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                .click();
        page.locator("input[name=username]").fill("leader");
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("#viewer")).containsText("leader");
        assertThat(page.locator(".tile", new Page.LocatorOptions().setHasText("Văn bản")))
                .isVisible();
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
        shot("6-petition");
        page.locator(".fields a[href*='Document']").click();
        assertThat(page.locator(".fields")).containsText("87/TNMT");
        assertThat(page.locator(".neighbours")).containsText("Phản ánh được văn bản này trả lời");
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

    private void search(String words) {
        page.locator("#words").fill(words);
        page.keyboard().press("Enter");
        assertThat(page).hasTitle(words + " · IOC");
    }

    private void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(screenshots.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
