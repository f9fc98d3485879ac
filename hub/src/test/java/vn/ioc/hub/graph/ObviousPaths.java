// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import vn.ioc.hub.access.Rights;
import vn.ioc.schema.RecordModel;

/** Ways between the records that one caller sees, step by step from all that were reached before. */
public final class ObviousPaths {
    private final ObviousRecords records;

    public ObviousPaths(RecordModel model, List<TestRecord> records, Map<String, Set<String>> covers, Rights rights) {
        this.records = new ObviousRecords(model, records, covers, rights);
    }

    /** Links of a shortest way; empty = none of so few. @param sectors of the records between; none = all */
    public OptionalInt length(String from, String to, int most, Set<String> sectors) {
        Set<String> reached = new HashSet<>(Set.of(from));
        if (!records.sees(from) || !records.sees(to)) {
            return OptionalInt.empty();
        }
        for (int length = 0; length <= most; length++) {
            if (reached.contains(to)) {
                return OptionalInt.of(length);
            }
            Set<String> next = new HashSet<>(reached);
            reached.forEach(uid -> records.neighbours(uid).stream()
                    .filter(n -> n.uid().equals(to)
                            || sectors.isEmpty()
                            || sectors.contains(n.type().sector()))
                    .map(ObviousRecord::uid)
                    .forEach(next::add));
            reached.addAll(next);
        }
        return OptionalInt.empty();
    }

    /** Whether the caller sees both and they are linked so. @param direction seen from the first */
    public boolean linked(String from, String type, String direction, String to) {
        return records.sees(from)
                && records.sees(to)
                && (direction.equals("OUT") ? records.links(from, type, to) : records.links(to, type, from));
    }
}
