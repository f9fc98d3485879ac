// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;

/**
 * Groups of records of one type.
 *
 * @param records which; only where they come from and their filter count
 * @param byCount the greatest group first, else by the keys
 * @param scan slot of how many groups are read
 */
record AggregateShape(
        ConnectionShape records, List<Group> by, List<Measure> measures, List<Asked> asked, boolean byCount, int scan) {
    AggregateShape {
        by = List.copyOf(by);
        measures = List.copyOf(measures);
        asked = List.copyOf(asked);
    }

    /** One dimension. */
    sealed interface Group {
        String field();
    }

    /** Each value of a property. */
    record ByValue(String field, RecordShape.Stored stored) implements Group {}

    /** Spans of time of a property. */
    record ByTime(String field, String property, boolean moment, Bucket bucket) implements Group {}

    /**
     * Each visible target of a link.
     *
     * @param rights empty = nothing of the target's type is visible
     * @param level slot of the level of the area that it is rolled up to
     * @param shapes what is asked of the target, one for each time that it is asked for
     */
    record ByLink(
            String field, RecordLink link, Optional<RightsShape> rights, OptionalInt level, List<RecordShape> shapes)
            implements Group {
        public ByLink {
            shapes = List.copyOf(shapes);
        }
    }

    /** Spans of time; {@code WEEK} begins on Monday. */
    enum Bucket {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** A figure over the values of a property. */
    record Measure(Function function, String property, Scalar scalar) {}

    /** What is computed. */
    enum Function {
        MIN,
        MAX,
        AVG,
        SUM
    }

    /** A field of the group under one key. */
    sealed interface Asked {
        String key();
    }

    record Count(String key) implements Asked {}

    /** @param columns numbers of dimensions by result key; empty = not grouped by */
    record Key(String key, List<KeyColumn> columns) implements Asked {
        public Key {
            columns = List.copyOf(columns);
        }
    }

    /** @param shape for links: which of the shapes */
    record KeyColumn(String key, OptionalInt group, int shape) {}

    /** @param columns numbers of measures by result key */
    record Figures(String key, Function function, List<FigureColumn> columns) implements Asked {
        public Figures {
            columns = List.copyOf(columns);
        }
    }

    record FigureColumn(String key, int measure) {}
}
