// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ioc.hub.search.index.SearchModel;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** The statements that the index needs, as text; the names in them come from the model only. */
final class IndexStatements {
    /** Areas stand in each other at most so deep. */
    private static final String PARTS = "*0..6";

    private final SearchModel model;
    /** Labels of existing records, as an expression. */
    private final String existing;

    IndexStatements(SearchModel model) {
        this.model = model;
        this.existing = model.types().stream().map(RecordType::name).collect(Collectors.joining("|"));
    }

    /** Records by $uids with the edges to what they are searched through, and the titles that these give. */
    String read() {
        String names =
                model.types().stream().map(type -> "'" + type.name() + "'").collect(Collectors.joining(", ", "[", "]"));
        String properties = model.properties().stream().map(p -> "." + p).collect(Collectors.joining(", ", "{", "}"));
        return "CALL () { UNWIND $uids AS u MATCH (n:Entity {uid: u}) WHERE n:" + existing
                + " RETURN collect({uid: u, type: [l IN labels(n) WHERE l IN " + names + "][0], values: n " + properties
                + ", edges: " + edges(true) + " + " + edges(false) + "}) AS rows } "
                + "CALL (rows) { UNWIND rows AS row UNWIND [row.uid] + [e IN row.edges | e[2]] AS of WITH DISTINCT of "
                + titles() + " } RETURN rows, titles";
    }

    /** What gives others another title when $uids change, with the titles that it gives now. */
    String affected() {
        return "CALL () { UNWIND $uids AS u OPTIONAL MATCH (t:Entity {uid: u}) WITH u, t UNWIND [u] + " + given()
                + " AS of RETURN DISTINCT of } WITH of " + titles() + " ";
    }

    /** uids of existing records after $after. */
    String page() {
        return "MATCH (n:Entity) WHERE n.uid > $after AND (n:" + existing
                + ") RETURN n.uid AS uid ORDER BY n.uid LIMIT $limit";
    }

    /** Number of existing records, from the store's own counts. */
    String count() {
        return model.types().stream()
                .map(type -> "COUNT { (:" + type.name() + ") }")
                .collect(Collectors.joining(" + ", "RETURN ", " AS records"));
    }

    private String edges(boolean out) {
        Set<String> types = new TreeSet<>();
        model.types()
                .forEach(type -> model.through(type).stream()
                        .filter(link -> link.out() == out)
                        .forEach(link -> types.add(link.type())));
        if (types.isEmpty()) {
            return "[]";
        }
        String edge = "-[r:" + String.join("|", types) + "]-";
        return "COLLECT { MATCH (n)" + (out ? edge + ">" : "<" + edge) + "(t:Entity) RETURN [type(r), " + out
                + ", t.uid] }";
    }

    /** From {@code of}, a uid: its own title and, of an area, those of the areas that it is named by. */
    private String titles() {
        String title = "{.uid, .title, .sector, .audience}";
        String wider = areas().map(link -> " + COLLECT { MATCH (d:Area)-[:" + link.succeeds() + "*0..1]-(x:Area)-[:"
                        + link.partOf() + PARTS + "]->(t:Area) WHERE t <> d RETURN DISTINCT t " + title + " }")
                .orElse("");
        return "OPTIONAL MATCH (d:Entity {uid: of}) RETURN collect({of: of, found: CASE WHEN d:" + existing
                + " THEN [d " + title + "] ELSE [] END" + wider + "}) AS titles";
    }

    /** From {@code t}, a record: uids of the areas that it gives its title to. */
    private String given() {
        return areas().map(link -> "COLLECT { MATCH (t:Area)<-[:" + link.partOf() + PARTS + "]-(x:Area)-[:"
                        + link.succeeds() + "*0..1]-(d:Area) RETURN DISTINCT d.uid }")
                .orElse("[]");
    }

    /** How areas hang together. */
    private record AreaLinks(String partOf, String succeeds) {}

    private java.util.Optional<AreaLinks> areas() {
        return model.model()
                .findType(RecordModel.AREA)
                .flatMap(area -> area.findLink("parent")
                        .map(RecordLink::type)
                        .flatMap(partOf -> area.findLink("predecessors")
                                .map(RecordLink::type)
                                .map(succeeds -> new AreaLinks(partOf, succeeds))));
    }
}
