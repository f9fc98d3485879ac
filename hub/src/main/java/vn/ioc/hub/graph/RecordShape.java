// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;
import java.util.Optional;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;

/** What is read of a record of one type, column by column; a column serves all result keys that ask for the same. */
record RecordShape(String type, List<Column> columns) {
    RecordShape {
        columns = List.copyOf(columns);
    }

    /** One value of a record. */
    sealed interface Column permits Stored, Hidden, One, Many, Around, Told {
        /** Names under which the answer carries it. */
        List<String> keys();
    }

    /** A stored property. @param codes the code list of a code, whose label depends on the record's date */
    record Stored(
            List<String> keys,
            String property,
            Scalar scalar,
            boolean list,
            Visibility visibility,
            Optional<String> codes)
            implements Column {}

    /** A value that the caller may not read, or a record of a type that is hidden from the caller. */
    record Hidden(List<String> keys) implements Column {}

    /** A link to one. */
    record One(List<String> keys, RecordLink link, RightsShape rights, RecordShape shape) implements Column {}

    /** A link to many. */
    record Many(List<String> keys, ConnectionShape connection) implements Column {}

    /**
     * Neighbours over several links.
     *
     * @param asked fields of the answer by result key
     */
    record Around(List<String> keys, List<Branch> branches, List<ConnectionShape.Asked> asked) implements Column {
        public Around {
            branches = List.copyOf(branches);
            asked = List.copyOf(asked);
        }
    }

    /**
     * Neighbours over one link.
     *
     * @param columns of a link to many its connection, which counts; of a link to one a {@link One} for each key of
     *     {@code records}, one at least
     */
    record Branch(RecordLink link, String sector, List<Column> columns) {
        public Branch {
            columns = List.copyOf(columns);
        }
    }

    /** Whether the record's date is needed to read codes. */
    boolean hasCodes() {
        return columns.stream()
                .anyMatch(c -> c instanceof Stored stored && stored.codes().isPresent());
    }
}
