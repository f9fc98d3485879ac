// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ioc.simulator.Asking;
import vn.ioc.simulator.district.Resource;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.SourceSystem;

class ReputaTest {
    private final SourceSystem reputa = Asking.system("reputa", 7, 1);

    @Test
    void aCursorOnTheUpdateTimeMeetsEveryMentionOnce() {
        Map<String, JsonNode> met = new LinkedHashMap<>();
        long since = 0;
        while (true) {
            JsonNode data = search(Map.of("start_time", since, "size", 40));
            long before = met.size();
            data.get("hits").forEach(hit -> met.put(hit.get("id").asString(), hit));
            if (met.size() == before) {
                break;
            }
            since = data.get("hits")
                    .get(data.get("hits").size() - 1)
                    .get("last_updated_time")
                    .asLong();
        }
        assertThat(met).hasSize(reputa.ledger().size()).hasSizeBetween(300, 310);
        assertThat(search(Map.of("size", 40)).get("total").asInt()).isEqualTo(met.size());
    }

    @Test
    void nearDuplicatesNameTheirFirst() {
        List<JsonNode> copies =
                hits().stream().filter(h -> h.get("similar_master").isString()).toList();
        Map<String, JsonNode> byId =
                hits().stream().collect(Collectors.toMap(h -> h.get("id").asString(), h -> h));
        assertThat(copies).hasSizeGreaterThan(20).allSatisfy(copy -> {
            JsonNode first = byId.get(copy.get("similar_master").asString());
            assertThat(first.get("similar_group_id")).isEqualTo(copy.get("similar_group_id"));
            assertThat(first.get("similar").asInt()).isPositive();
        });
    }

    @Test
    void someWereEditedAndSomeTakenDown() {
        assertThat(hits())
                .filteredOn(h -> h.get("version").asInt() > 1)
                .hasSizeGreaterThan(10)
                .allSatisfy(h -> assertThat(h.get("last_updated_time").asLong())
                        .isGreaterThan(h.get("created_time").asLong()));
        assertThat(hits())
                .filteredOn(h -> h.get("removed_by_host").asBoolean())
                .hasSizeGreaterThan(3)
                .allSatisfy(h -> assertThat(h.get("content").asString()).isEmpty());
    }

    @Test
    void everyTopicIsInTheListAndAuthorsComeWithTheHit() {
        Set<String> known = Resource.table("mentions/topics.csv").stream()
                .map(r -> r.get("id"))
                .collect(Collectors.toSet());
        assertThat(hits()).allSatisfy(hit -> {
            hit.get("matched_topics").forEach(topic -> assertThat(known).contains(topic.asString()));
            assertThat(hit.get("author_display_name").asString()).isNotBlank();
            assertThat(hit.get("author_year_of_birth").asInt()).isBetween(1950, 2010);
        });
    }

    @Test
    void editsAndRemovalsMoveTheCursor() {
        LedgerEntry first = reputa.ledger().getFirst();
        long last = hits().getLast().get("last_updated_time").asLong();
        reputa.edit(first.id());
        assertThat(search(Map.of("start_time", last + 1))
                        .get("hits")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(first.id());
        LedgerEntry gone = reputa.delete(first.id(), false);
        assertThat(gone.state()).isEqualTo(LedgerEntry.State.DELETED);
        assertThat(search(Map.of("start_time", last + 1))
                        .get("hits")
                        .get(0)
                        .get("removed_by_host")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void withoutTokenOrOrganizationItRefuses() {
        Map<String, String> noOrganization = Map.of("authorization", "Bearer " + Asking.TOKEN);
        for (Map<String, String> headers : List.of(Map.<String, String>of(), noOrganization)) {
            Request request = new Request("POST", "/console/news/search", Map.of(), headers, new byte[] {'{', '}'});
            assertThat(reputa.answer(request).status()).isEqualTo(401);
        }
    }

    private JsonNode search(Map<String, Object> query) {
        return Asking.post(reputa, "/console/news/search", query).get("data");
    }

    private List<JsonNode> hits() {
        List<JsonNode> hits = new ArrayList<>();
        search(Map.of("size", 500)).get("hits").forEach(hits::add);
        return hits;
    }
}
