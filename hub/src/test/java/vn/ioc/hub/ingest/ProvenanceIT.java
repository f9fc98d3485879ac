// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ioc.hub.ingest.Hub.document;
import static vn.ioc.hub.ingest.Hub.organization;
import static vn.ioc.hub.ingest.Hub.petition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.CursorSigner;
import vn.ioc.hub.graph.GraphException;
import vn.ioc.hub.graph.ReadObserver;
import vn.ioc.hub.graph.ReadSettings;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.Row;
import vn.ioc.hub.graph.Selection;
import vn.ioc.hub.graph.StatementRunner;

/** What the reading side tells of the assertions that the writing side keeps. */
final class ProvenanceIT {
    private static final String P1 = "Petition:petitions/1";
    private static final FieldOwners OWNERS = new FieldOwners(Map.of("Petition.rating", "petitions"));
    private final AtomicInteger statements = new AtomicInteger();
    private Hub hub;
    private RecordReader reader;

    @BeforeEach
    void empty() {
        hub = Hub.empty(OWNERS);
        reader = new RecordReader(
                Hub.MODEL,
                area -> Set.of(),
                new CursorSigner(new byte[32]),
                new StatementRunner(hub.driver, ReadSettings.DEFAULTS, new ReadObserver() {
                    @Override
                    public boolean profiles() {
                        return false;
                    }

                    @Override
                    public void ran(String statement, long databaseHits) {
                        statements.incrementAndGet();
                    }
                }),
                ReadSettings.DEFAULTS,
                Clock.systemUTC(),
                (type, field) -> OWNERS.owner(type, field));
    }

    @Test
    void eachValueSaysWhoTellsItAndWhyItWasChosen() {
        hub.take(petition("1")
                .value("rating", 5L)
                .observedAt("2026-06-01T00:00:00Z")
                .build());
        hub.take(Hub.change(Hub.OTHER, P1)
                .value("rating", 1L)
                .value("subject", "Đất ở")
                .observedAt("2026-06-02T00:00:00Z")
                .version(7)
                .build());
        Row record =
                ask("leader", field("provenance", Map.of(), "source", "version"), facts("rating", "subject", "status"));
        assertThat(((Row) record.get("provenance")).values()).isEqualTo(Map.of("source", "other", "version", "7"));
        assertThat(lines(record))
                .containsExactlyInAnyOrder(
                        "rating 1 other false null",
                        "rating 5 petitions true OWNER",
                        "subject Đất ở other true NEWEST",
                        "subject Đất lâm nghiệp 1 petitions false null",
                        "status NEW petitions true ONLY");
        assertThat(statements)
                .as("one statement for the record and all it tells")
                .hasValue(1);
        Row shown = ask("leader", field("rating", Map.of()), field("title", Map.of()));
        assertThat(shown.values())
                .as("what is chosen is what the record shows")
                .containsEntry("rating", 5L)
                .containsEntry("title", "Đất ở");
    }

    @Test
    void endsOfLinksThatAreHiddenAreNotTold() {
        hub.take(organization("O1").build());
        hub.take(document("D1").link("issuer", "Organization:O1").build());
        hub.take(petition("1")
                .audience("PUBLIC")
                .link("handler", "Organization:O1")
                .link("answeringDocument", "Document:D1")
                .build());
        assertThat(lines(ask("leader", facts("handler", "answeringDocument"))))
                .containsExactlyInAnyOrder(
                        "handler Organization:O1 petitions true ONLY",
                        "answeringDocument Document:D1 petitions true ONLY");
        assertThat(lines(ask("public", facts("handler", "answeringDocument"))))
                .as("neither the body nor the document is for the public")
                .containsExactlyInAnyOrder(
                        "handler null petitions true ONLY", "answeringDocument null petitions true ONLY");
    }

    @Test
    void historyTellsWhatChangedTheLatestFirst() {
        hub.take(petition("1").version(1).build());
        hub.take(petition("1")
                .version(2)
                .value("status", "DONE")
                .value("answer", "Đã xong")
                .build());
        hub.take(petition("1").version(3).gone());
        hub.take(petition("1").version(4).build());
        Selection changes = select("changes", Map.of(), leaves("field", "before", "after"));
        Row record = ask("leader", history(Map.of("first", 3), changes));
        List<Row> history = rows(record, "history");
        assertThat(history).extracting(r -> r.get("kind")).containsExactly("RESTORED", "DELETED", "CHANGED");
        assertThat(rows(history.getLast(), "changes"))
                .extracting(Row::values)
                .containsExactlyInAnyOrder(changed("answer", null, "Đã xong"), changed("status", "NEW", "DONE"));
        String cursor = String.valueOf(history.getLast().get("cursor"));
        assertThat(rows(ask("leader", history(Map.of("first", 3, "after", cursor), changes)), "history"))
                .extracting(r -> r.get("kind"))
                .containsExactly("CREATED");
        String forged = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        for (String bad : List.of("x", forged)) {
            assertThatThrownBy(() -> ask("leader", history(Map.of("first", 3, "after", bad), changes)))
                    .isInstanceOf(GraphException.class);
        }
    }

    @Test
    void versionsForANarrowerAudienceNeverWere() {
        hub.take(petition("1")
                .version(1)
                .audience("INTERNAL")
                .value("status", "DRAFT")
                .build());
        hub.take(petition("1").version(2).audience("PUBLIC").build());
        hub.take(petition("1")
                .version(3)
                .audience("INTERNAL")
                .value("status", "DONE")
                .build());
        hub.take(petition("1")
                .version(4)
                .audience("PUBLIC")
                .value("answer", "Đã xong")
                .build());
        Selection changes = select("changes", Map.of(), leaves("field", "before", "after"));
        List<Row> all = rows(ask("leader", history(Map.of("first", 9), changes)), "history");
        assertThat(all).extracting(r -> r.get("version")).containsExactly("4", "3", "2", "1");
        List<Row> published = rows(ask("public", history(Map.of("first", 9), changes)), "history");
        assertThat(published).extracting(r -> r.get("kind")).containsExactly("CHANGED", "CREATED");
        assertThat(published).extracting(r -> r.get("version")).containsExactly("4", "2");
        assertThat(rows(published.getFirst(), "changes"))
                .extracting(Row::values)
                .containsExactly(changed("answer", null, "Đã xong"));
        assertThat(published.toString()).doesNotContain("DRAFT").doesNotContain("DONE");
    }

    @Test
    void personalValuesAreToldAsTheyAreShown() {
        hub.take(petition("1").build());
        hub.take(Hub.change(Hub.PETITIONS, "Contact:petitions/1")
                .value("code", "1")
                .value("account", "nguyenvana84")
                .link("petition", P1)
                .build());
        assertThat(lines(ask("Contact:petitions/1", "leader", facts("account"))))
                .containsExactly("account •••••a84 petitions true ONLY");
        assertThat(find("Contact:petitions/1", "integrator", facts("account"))).isEmpty();
    }

    private static Map<String, Object> changed(String field, Object before, Object after) {
        Map<String, Object> change = new java.util.HashMap<>();
        change.put("field", field);
        change.put("before", before);
        change.put("after", after);
        return change;
    }

    private static Selection facts(String... fields) {
        return field("facts", Map.of("fields", List.of(fields)), "field", "value", "source", "chosen", "rule");
    }

    private static Selection history(Map<String, Object> arguments, Selection changes) {
        return select(
                "history",
                arguments,
                Stream.concat(Stream.of(leaves("cursor", "kind", "version")), Stream.of(changes))
                        .toArray(Selection[]::new));
    }

    private static Selection field(String name, Map<String, Object> arguments, String... below) {
        return select(name, arguments, leaves(below));
    }

    private static Selection[] leaves(String... names) {
        return Stream.of(names).map(n -> select(n, Map.of())).toArray(Selection[]::new);
    }

    private static Selection select(String name, Map<String, Object> arguments, Selection... below) {
        return new Selection(name, name, arguments, Set.of("Petition", "Contact"), List.of(below));
    }

    private Row ask(String role, Selection... fields) {
        return ask(P1, role, fields);
    }

    private Row ask(String uid, String role, Selection... fields) {
        return find(uid, role, fields).orElseThrow();
    }

    private Optional<Row> find(String uid, String role, Selection... fields) {
        statements.set(0);
        Rights rights =
                new Policy(Hub.MODEL, code -> Set.of()).rightsOf(new Caller("test", role, Set.of(role), List.of()));
        return reader.one(uid, select("node", Map.of(), fields), rights);
    }

    private static List<String> lines(Row record) {
        return rows(record, "facts").stream()
                .map(r -> Stream.of("field", "value", "source", "chosen", "rule")
                        .map(r::get)
                        .map(String::valueOf)
                        .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Row of, String key) {
        return (List<Row>) of.get(key);
    }
}
