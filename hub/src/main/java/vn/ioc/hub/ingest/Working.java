// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.Properties;

/** One record under this transaction's lock: as it was, and as it becomes. */
final class Working {
    final String uid;
    final TypeShape shape;
    /** Properties of the node before this transaction. */
    final Map<String, Object> before;

    final boolean visibleBefore;
    /** What the streams say now, in any order; one fact for each stream. */
    final List<Fact> facts;
    /** Relationships of declared links that the record's own facts name. */
    final Set<Edge> claimed;
    /** Relationships of declared links that facts of the other end name. */
    final Set<Edge> foreign;
    /** Names of links whose targets this transaction changed. */
    final Set<String> changedLinks = new TreeSet<>();

    private @Nullable Projected after;

    Working(
            String uid,
            TypeShape shape,
            Map<String, Object> before,
            boolean visibleBefore,
            List<Fact> facts,
            Set<Edge> claimed,
            Set<Edge> foreign) {
        this.uid = uid;
        this.shape = shape;
        this.before = before;
        this.visibleBefore = visibleBefore;
        this.facts = new ArrayList<>(facts);
        this.claimed = new TreeSet<>(claimed);
        this.foreign = new TreeSet<>(foreign);
    }

    /** The stream's fact becomes this one. */
    void put(Fact fact) {
        facts.removeIf(f -> f.of(fact.source(), fact.stream()));
        facts.add(fact);
    }

    /** All relationships of declared links, whoever names them. */
    Set<Edge> edges() {
        Set<Edge> all = new TreeSet<>(claimed);
        all.addAll(foreign);
        return all;
    }

    /** What the streams say that still have the record, newest first. */
    List<Fact> live() {
        return facts.stream().filter(f -> !f.deleted()).sorted(Fact.NEWEST).toList();
    }

    void become(Projected projected) {
        after = projected;
    }

    Projected after() {
        if (after == null) {
            throw new IllegalStateException("not projected yet");
        }
        return after;
    }

    Inherited inheritedBefore() {
        return inherited(before, visibleBefore);
    }

    static Inherited inherited(Map<String, Object> node, boolean visible) {
        return new Inherited(
                visible,
                text(node, Properties.SECTOR),
                text(node, Properties.PLACE),
                text(node, Properties.PLACE_NOW),
                text(node, Properties.AUDIENCE),
                texts(node.get(Names.CLUES)));
    }

    static @Nullable String text(Map<String, Object> node, String name) {
        return node.get(name) instanceof String text ? text : null;
    }

    static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
