// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.district.Places;
import vn.ioc.simulator.district.Prose;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.SourceSystem;

class StandInTest {
    private static final Pattern EMPTY_HOLE = Pattern.compile("\\{[a-z0-9.]+}");

    @Test
    void theSameSeedGivesTheSameBytes() {
        List<SourceSystem> once = Asking.systems(11, 2);
        List<SourceSystem> twice = Asking.systems(11, 2);
        for (int i = 0; i < once.size(); i++) {
            assertThat(everything(once.get(i))).isEqualTo(everything(twice.get(i)));
        }
    }

    @Test
    void anotherSeedGivesAnotherDistrict() {
        List<SourceSystem> one = Asking.systems(11, 1);
        List<SourceSystem> other = Asking.systems(12, 1);
        for (int i = 0; i < one.size(); i++) {
            assertThat(everything(one.get(i))).isNotEqualTo(everything(other.get(i)));
        }
    }

    @Test
    void theSameChangesGiveTheSameBytes() {
        List<SourceSystem> once = Asking.systems(11, 1);
        List<SourceSystem> twice = Asking.systems(11, 1);
        for (List<SourceSystem> systems : List.of(once, twice)) {
            for (SourceSystem system : systems) {
                system.edit(null);
                system.delete(null, false);
                system.add();
                system.edit(null);
            }
        }
        for (int i = 0; i < once.size(); i++) {
            assertThat(everything(once.get(i))).isEqualTo(everything(twice.get(i)));
        }
    }

    @Test
    void proseIsWrittenByHandInAtLeast120Blocks() {
        int blocks = Prose.read("petitions/proposals.txt").size()
                + Prose.read("petitions/comments.txt").size()
                + Prose.read("documents/documents.txt").size()
                + Prose.read("mentions/mentions.txt").size();
        assertThat(blocks).isGreaterThanOrEqualTo(120);
    }

    @Test
    void noHoleOfATemplateStaysOpen() {
        for (SourceSystem system : Asking.systems(7, 3)) {
            everything(system)
                    .forEach((name, text) ->
                            assertThat(EMPTY_HOLE.matcher(text).find()).as(name).isFalse());
        }
    }

    @Test
    void villagesLieWhereTheirCommunesAre() {
        Organizations organizations = new Organizations();
        Places places = new Places(organizations);
        assertThat(places.villages()).hasSizeGreaterThan(80).allSatisfy(v -> {
            assertThat(v.latitude()).isBetween(15.11, 15.44);
            assertThat(v.longitude()).isBetween(107.94, 108.48);
            assertThat(organizations.communesOn(Asking.TODAY))
                    .anyMatch(o -> o.areaCode().equals(v.newCommune()));
        });
        assertThat(organizations.communesOn(Organizations.WITHOUT_DISTRICTS.minusDays(1)))
                .hasSize(13);
        assertThat(organizations.communesOn(Organizations.WITHOUT_DISTRICTS)).hasSize(5);
    }

    private static Map<String, String> everything(SourceSystem system) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (LedgerEntry entry : system.ledger()) {
            texts.put("ledger " + entry.id(), entry.version() + new java.util.TreeMap<>(entry.facts()));
        }
        system.files()
                .forEach((name, bytes) -> texts.put(name, new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
        if (system.name().equals("petitions")) {
            for (int page = 1; page < 9; page++) {
                texts.put(
                        "page " + page,
                        Asking.post(system, "/theodonvi", Map.of("Page", page, "Perpage", 40))
                                .toString());
            }
        }
        if (system.name().equals("reputa")) {
            for (int from = 0; from < 600; from += 200) {
                Map<String, Object> query = Map.of("from", from, "size", 200);
                texts.put(
                        "from " + from,
                        Asking.post(system, "/console/news/search", query).toString());
            }
        }
        return texts;
    }
}
