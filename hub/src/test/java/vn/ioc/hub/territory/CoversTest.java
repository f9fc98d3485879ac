// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ioc.hub.territory.BacTraMy.now;
import static vn.ioc.hub.territory.BacTraMy.old;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CoversTest {
    private final AreaCatalog catalog = BacTraMy.catalog();

    @Test
    void theFormerDistrictFindsItsThirteenUnitsAndItsFiveCommunesOfToday() {
        assertThat(catalog.covers(old("515")))
                .hasSize(1 + 13 + 5)
                .containsAll(BacTraMy.NEW_515.stream().map(BacTraMy::now).toList())
                .doesNotContain(old("49"), now("48"), old("516"), now("20944"));
    }

    @Test
    void theTraTanOf2025FindsOldTraTanAndTraGiac() {
        assertThat(catalog.covers(now("20923"))).containsExactlyInAnyOrder(now("20923"), old("20923"), old("20926"));
    }

    @Test
    void traGiacFindsItselfOnlySinceItsSuccessorHoldsMore() {
        assertThat(catalog.covers(old("20926"))).containsExactly(old("20926"));
        assertThat(catalog.covers(old("20923"))).containsExactly(old("20923"));
    }

    @Test
    void aSuccessorWithAPredecessorThatHasNotArrivedIsNotCovered() {
        assertThat(catalog.covers(old("516"))).containsExactlyInAnyOrder(old("516"), old("20938"), old("20956"));
    }

    @Test
    void theNewProvinceFindsWhatItsCommunesWereFormedFrom() {
        assertThat(catalog.covers(now("48"))).contains(now("20923"), old("20926"), old("20899"), old("20956"));
    }

    @Test
    void coversIsClosedAndLeast() {
        for (Area area : catalog.areas()) {
            Set<String> covered = catalog.covers(area.uid());
            for (Area other : catalog.areas()) {
                boolean part = other.parent() != null && covered.contains(other.parent());
                boolean predecessor = covered.stream()
                        .anyMatch(c ->
                                catalog.find(c).orElseThrow().predecessors().contains(other.uid()));
                boolean successor = !other.predecessors().isEmpty() && covered.containsAll(other.predecessors());
                boolean reason = other.uid().equals(area.uid()) || part || predecessor || successor;
                assertThat(covered.contains(other.uid()))
                        .as("%s in covers(%s)", other.uid(), area.uid())
                        .isEqualTo(reason);
            }
        }
    }

    @Test
    void anUnknownAreaCoversNothing() {
        assertThat(catalog.covers("Area:pre-2025-07/99999")).isEmpty();
    }

    @Test
    void partsThatRunInACircleEndTheWalk() {
        List<Area> circle = new ArrayList<>();
        circle.add(area("1", "2"));
        circle.add(area("2", "1"));
        AreaCatalog turning = new AreaCatalog(circle, BacTraMy.TODAY, 1);

        assertThat(turning.covers(old("1"))).containsExactlyInAnyOrder(old("1"), old("2"));
        assertThat(turning.resolve(List.of(new vn.ioc.integrations.change.PlaceClue.ByCode("1")), BacTraMy.BEFORE))
                .isPresent();
    }

    @Test
    void aCodeThatIsUsedAgainNamesAnotherAreaOnAnotherDay() {
        assertThat(name("20900", BacTraMy.BEFORE)).isEqualTo("Trà Sơn");
        assertThat(name("20900", BacTraMy.AFTER)).isEqualTo("Trà My");
        assertThat(name("20908", BacTraMy.BEFORE)).isEqualTo("Trà Đông");
        assertThat(name("20908", BacTraMy.AFTER)).isEqualTo("Trà Liên");
        for (String code : List.of("20920", "20923", "20929")) {
            assertThat(catalog.findByCode(code, LocalDate.of(2025, 6, 30))
                            .orElseThrow()
                            .uid())
                    .isEqualTo(old(code));
            assertThat(catalog.findByCode(code, LocalDate.of(2025, 7, 1))
                            .orElseThrow()
                            .uid())
                    .isEqualTo(now(code));
        }
    }

    @Test
    void theLatestOfACodeIsTodaysElseTheOneThatEndedLast() {
        assertThat(catalog.findLatestByCode("20900").orElseThrow().uid()).isEqualTo(now("20900"));
        assertThat(catalog.findLatestByCode("20926").orElseThrow().uid()).isEqualTo(old("20926"));
        assertThat(catalog.findLatestByCode("515").orElseThrow().uid()).isEqualTo(old("515"));
        assertThat(catalog.findLatestByCode("pre-2025-07/20900").orElseThrow().uid())
                .isEqualTo(old("20900"));
        assertThat(catalog.findLatestByCode("99999")).isEmpty();
    }

    private String name(String code, LocalDate day) {
        return catalog.findByCode(code, day).orElseThrow().name();
    }

    private static Area area(String code, String parent) {
        return new Area(old(code), "pre-2025-07", code, code, code, null, null, old(parent), Set.of(), null);
    }
}
