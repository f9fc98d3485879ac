// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordType;

/** Missing values last in both directions, and so is what hidden records would have; ties by uid, the way of the last column. */
final class ObviousOrder implements Comparator<ObviousRecord> {
    private final ObviousRecords records;
    private final Map<Column, Boolean> columns = new LinkedHashMap<>();
    private boolean lastDescends;

    /** @param through links to one that lead to the record with the property */
    private record Column(List<RecordLink> through, String property) {}

    /** @param orderBy as in JSON */
    ObviousOrder(ObviousRecords records, RecordType type, @Nullable Object orderBy) {
        this.records = records;
        List<Map<?, ?>> given = new ArrayList<>();
        if (orderBy instanceof List<?> list) {
            list.forEach(one -> given.add((Map<?, ?>) one));
        }
        if (given.isEmpty()) {
            type.order().forEach(name -> given.add(Map.of(name, "DESC")));
        }
        given.forEach(one -> add(type, one, List.of()));
        columns.values().forEach(descends -> lastDescends = descends);
    }

    private void add(RecordType type, Map<?, ?> given, List<RecordLink> through) {
        given.forEach((name, by) -> {
            if (by instanceof Map<?, ?> below) {
                RecordLink link = type.findLink(name.toString()).orElseThrow();
                List<RecordLink> way = new ArrayList<>(through);
                way.add(link);
                add(records.type(link.target()), below, way);
            } else {
                String property = Readable.find(type, name.toString())
                        .orElseThrow()
                        .sort()
                        .orElseThrow();
                columns.putIfAbsent(new Column(through, property), by.equals("DESC"));
            }
        });
    }

    @Override
    public int compare(ObviousRecord one, ObviousRecord other) {
        for (Map.Entry<Column, Boolean> column : columns.entrySet()) {
            int compared = compare(value(one, column.getKey()), value(other, column.getKey()), column.getValue());
            if (compared != 0) {
                return compared;
            }
        }
        return compare(one.uid(), other.uid(), lastDescends);
    }

    private @Nullable Object value(ObviousRecord record, Column column) {
        ObviousRecord end = record;
        for (RecordLink link : column.through()) {
            List<ObviousRecord> far = records.linked(end, link);
            if (far.isEmpty()) {
                return null;
            }
            end = far.getFirst();
        }
        return end.value(column.property());
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
