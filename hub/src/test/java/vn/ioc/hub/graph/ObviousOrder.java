// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.RecordType;

/** Missing values last in both directions; ties by uid, the way of the last column. */
final class ObviousOrder implements Comparator<ObviousRecord> {
    private final Map<String, Boolean> columns = new LinkedHashMap<>();
    private boolean lastDescends;

    /** @param orderBy as in JSON */
    ObviousOrder(RecordType type, @Nullable Object orderBy) {
        List<Map<?, ?>> given = new ArrayList<>();
        if (orderBy instanceof List<?> list) {
            list.forEach(one -> given.add((Map<?, ?>) one));
        }
        if (given.isEmpty()) {
            type.order().forEach(name -> given.add(Map.of(name, "DESC")));
        }
        given.forEach(one -> one.forEach((name, direction) -> {
            String property =
                    Readable.find(type, name.toString()).orElseThrow().sort().orElseThrow();
            columns.putIfAbsent(property, direction.equals("DESC"));
        }));
        columns.values().forEach(descends -> lastDescends = descends);
    }

    @Override
    public int compare(ObviousRecord one, ObviousRecord other) {
        for (Map.Entry<String, Boolean> column : columns.entrySet()) {
            int compared = compare(one.value(column.getKey()), other.value(column.getKey()), column.getValue());
            if (compared != 0) {
                return compared;
            }
        }
        return compare(one.uid(), other.uid(), lastDescends);
    }

    private static int compare(@Nullable Object one, @Nullable Object other, boolean descends) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? 1 : -1;
        }
        @SuppressWarnings("unchecked")
        int compared = ((Comparable<Object>) one).compareTo(other);
        return descends ? -compared : compared;
    }
}
