// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;
import vn.ioc.schema.RecordLink;

/**
 * What must hold of a record. Two-valued: a missing value makes a comparison false and its negation true. Negations stand
 * at the leaves only. Values are in {@link Slots}.
 */
sealed interface Condition {
    /** Of no records: what an empty filter means. */
    Condition TRUE = new All(List.of());

    Condition FALSE = new Any(List.of());

    /** All hold; true of none. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** One holds at least; false of none. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** A property compared with a value. */
    record Compare(String property, Operator operator, int slot, boolean negated) implements Condition {}

    /** A property is missing. */
    record Missing(String property, boolean negated) implements Condition {}

    /** A list property holds nothing. */
    record Empty(String property, boolean negated) implements Condition {}

    /** Its place, then or now, is among these uids. */
    record Within(int slot, boolean negated) implements Condition {}

    /** A point lies in a region. */
    record Located(String property, Region region, boolean negated) implements Condition {}

    /** A linked record that the caller may read is such. */
    record Linked(RecordLink link, RightsShape rights, Condition such, boolean negated) implements Condition {}

    /** How a property is compared; {@code cypher} holds the two sides as {@code %1$s} and {@code %2$s}. */
    enum Operator {
        EQUAL("%1$s = %2$s"),
        IN("%1$s IN %2$s"),
        LESS("%1$s < %2$s"),
        LESS_OR_EQUAL("%1$s <= %2$s"),
        GREATER("%1$s > %2$s"),
        GREATER_OR_EQUAL("%1$s >= %2$s"),
        CONTAINS("%1$s CONTAINS %2$s"),
        STARTS_WITH("%1$s STARTS WITH %2$s"),
        HAS("%2$s IN %1$s");

        private final String cypher;

        Operator(String cypher) {
            this.cypher = cypher;
        }

        String on(String property, String value) {
            return cypher.formatted(property, value);
        }
    }
}
