// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ioc.hub.territory.BacTraMy.AFTER;
import static vn.ioc.hub.territory.BacTraMy.BEFORE;
import static vn.ioc.hub.territory.BacTraMy.now;
import static vn.ioc.hub.territory.BacTraMy.old;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.PlaceClue.ByCode;
import vn.ioc.integrations.change.PlaceClue.ByName;
import vn.ioc.integrations.change.PlaceClue.ByPoint;

final class PlaceTest {
    private final AreaCatalog catalog = BacTraMy.catalog();

    @Test
    void aCodeIsReadOnTheRecordsDate() {
        assertThat(place(BEFORE, new ByCode("20900"))).isEqualTo(at(old("20900"), now("20900")));
        assertThat(place(AFTER, new ByCode("20900"))).isEqualTo(at(now("20900"), now("20900")));
    }

    @Test
    void aFormerCommuneLiesInExactlyOneOfToday() {
        assertThat(place(BEFORE, new ByCode("20926"))).isEqualTo(at(old("20926"), now("20923")));
    }

    @Test
    void aFormerDistrictLiesInNoSingleAreaOfToday() {
        assertThat(place(BEFORE, new ByCode("515"))).isEqualTo(at(old("515"), null));
    }

    @Test
    void aCodeThatIsOutOfUseStandsForTheAreaThatHoldsItThen() {
        assertThat(place(AFTER, new ByCode("20926"))).isEqualTo(at(now("20923"), now("20923")));
        assertThat(place(AFTER, new ByCode("515"))).isEmpty();
    }

    @Test
    void aCodeWithItsSchemeIsTheSameAtAllTimes() {
        assertThat(place(AFTER, new ByCode("pre-2025-07/515"))).isEqualTo(at(old("515"), null));
        assertThat(place(AFTER, new ByCode("pre-2025-07/20900"))).isEqualTo(at(now("20900"), now("20900")));
        assertThat(place(BEFORE, new ByCode("post-2025-07/20900"))).isEqualTo(at(old("515"), null));
    }

    @Test
    void aPointBeforeJuly2025HasTheFormerDistrictAsPlaceAndTodaysCommune() {
        ByPoint inTraTan = new ByPoint(new GeoPoint(15.5, 111.5));
        assertThat(place(LocalDate.of(2025, 6, 30), inTraTan)).isEqualTo(at(old("515"), now("20923")));
        assertThat(place(LocalDate.of(2025, 7, 1), inTraTan)).isEqualTo(at(now("20923"), now("20923")));
    }

    @Test
    void aPointWhoseCommuneHasAPredecessorThatIsNotKnownSaysNothingOfThePast() {
        ByPoint inNamTraMy = new ByPoint(new GeoPoint(15.5, 113.5));
        assertThat(place(BEFORE, inNamTraMy)).isEmpty();
        assertThat(place(AFTER, inNamTraMy)).isEqualTo(at(now("20944"), now("20944")));
    }

    @Test
    void aPointOnTheBorderOfTwoCommunesIsOnlyInTheProvince() {
        assertThat(place(AFTER, new ByPoint(new GeoPoint(15.5, 109)))).isEqualTo(at(now("48"), now("48")));
        assertThat(place(AFTER, new ByPoint(new GeoPoint(10, 100)))).isEmpty();
    }

    @Test
    void theFinestClueWinsAndAPointTellsTodaysCommuneOfADistrict() {
        ByPoint point = new ByPoint(new GeoPoint(15.5, 111.5));
        assertThat(place(BEFORE, new ByCode("515"), new ByName("thôn 1, xã Trà Giác", "515")))
                .isEqualTo(at(old("20926"), now("20923")));
        assertThat(place(BEFORE, new ByCode("515"), point)).isEqualTo(at(old("515"), now("20923")));
        assertThat(place(BEFORE, new ByCode("20929"), point)).isEqualTo(at(old("20929"), now("20929")));
    }

    @Test
    void namesAreAccentExactWholeWordsAndFreeInCaseAndTonePlacement() {
        assertThat(named("Thôn 2 XÃ TRÀ GIÁC", BEFORE)).contains(old("20926"));
        assertThat(named("thon 2 xa tra giac", BEFORE)).isEmpty();
        assertThat(named("Trà Giácx", BEFORE)).isEmpty();
        assertThat(named("Trà, Giác", BEFORE)).isEmpty();
        assertThat(place(BEFORE, new ByName("xã Trà Dơn", "516")).orElseThrow().place())
                .isEqualTo(old("20938"));
        assertThat(place(BEFORE, new ByName("xã Trà Don", "516")).orElseThrow().place())
                .isEqualTo(old("20956"));
    }

    @Test
    void theLongestNameIsReadFirst() {
        assertThat(named("UBND huyện Bắc Trà My", BEFORE)).contains(old("515"));
        assertThat(named("đường đi Nam Trà My", BEFORE)).isEmpty();
        assertThat(named("thị trấn Trà My, huyện Bắc Trà My", BEFORE)).contains(old("20899"));
        assertThat(named("xã Trà My, thành phố Đà Nẵng", AFTER)).contains(now("20900"));
    }

    @Test
    void twoCommunesInOneTextSayNothing() {
        assertThat(named("từ Trà Giác đến Trà Bui", BEFORE)).isEmpty();
    }

    @Test
    void aNameOutOfUseStandsForTheAreaThatHoldsItThen() {
        assertThat(named("thôn 1, xã Trà Giác, huyện Bắc Trà My", AFTER)).contains(now("20923"));
    }

    @Test
    void homonymsElsewhereAreNotConsidered() {
        assertThat(named("xã Trà Tân", AFTER)).contains(now("20923"));
        assertThat(place(AFTER, new ByName("xã Trà Tân", "68")).orElseThrow().place())
                .isEqualTo(now("23227"));
        assertThat(place(AFTER, new ByName("xã Trà Tân", "99999"))).isEmpty();
    }

    @Test
    void aPolygonThatCannotBeReadIsNobodysAndHurtsNobody() {
        List<Area> areas = new ArrayList<>(BacTraMy.areas());
        Area broken = catalog.find(now("20900")).orElseThrow();
        areas.removeIf(a -> a.uid().equals(broken.uid()));
        areas.add(new Area(
                broken.uid(),
                broken.scheme(),
                broken.code(),
                broken.name(),
                broken.fullName(),
                broken.validFrom(),
                broken.validTo(),
                broken.parent(),
                broken.predecessors(),
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3"));
        AreaCatalog mended = new AreaCatalog(areas, BacTraMy.TODAY, 1);

        assertThat(mended.resolve(List.of(new ByPoint(new GeoPoint(15.5, 108.5))), AFTER))
                .isEmpty();
        assertThat(mended.resolve(List.of(new ByPoint(new GeoPoint(15.5, 111.5))), AFTER))
                .isPresent();
    }

    @Test
    void noClueIsNoPlace() {
        assertThat(catalog.resolve(List.of(), AFTER)).isEmpty();
    }

    private Optional<String> named(String text, LocalDate day) {
        return place(day, new ByName(text, "515")).map(Resolved::place);
    }

    private Optional<Resolved> place(LocalDate day, PlaceClue... clues) {
        return catalog.resolve(List.of(clues), day);
    }

    private static Optional<Resolved> at(String place, @org.jspecify.annotations.Nullable String placeNow) {
        return Optional.of(new Resolved(place, Optional.ofNullable(placeNow)));
    }
}
