// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;
import java.util.Set;

/**
 * What sources tell of a record: its assertions, read with it.
 *
 * @param rights to the type; a version that was recorded for others than the caller is not told
 * @param fields of the type, those that the caller may not read left out
 * @param targets types at which links may end, with the rights to them; other ends do not exist for the caller
 * @param asked fields of the answer by result key; those of {@code changes} with theirs
 * @param kept number of the arguments, which are not sent to the graph
 */
record Told(
        List<String> keys,
        Kind kind,
        RightsShape rights,
        List<TextField> fields,
        List<Target> targets,
        List<Asked> asked,
        int kept)
        implements RecordShape.Column {
    Told {
        keys = List.copyOf(keys);
        fields = List.copyOf(fields);
        targets = List.copyOf(targets);
        asked = List.copyOf(asked);
    }

    /** What is made of the assertions. */
    enum Kind {
        /** Where the newest accepted version comes from. */
        PROVENANCE,
        /** Who tells which value now. */
        FACTS,
        /** What changed from version to version. */
        HISTORY
    }

    record Target(String type, RightsShape rights) {}

    /** @param below of an object */
    record Asked(String field, String key, List<Asked> below) {
        Asked {
            below = List.copyOf(below);
        }
    }

    /** @param fields empty = all */
    record Arguments(Set<String> fields, int first, String after) {
        Arguments {
            fields = Set.copyOf(fields);
        }
    }
}
