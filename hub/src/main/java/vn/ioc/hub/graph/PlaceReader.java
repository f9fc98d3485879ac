// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordLink;

/** Reads the filter of {@code place}: in what areas cover, by place or placeNow. */
final class PlaceReader {
    private final Linking linking;
    private final Slots slots;
    private final AreaCovers covers;

    PlaceReader(Linking linking, Slots slots, AreaCovers covers) {
        this.linking = linking;
        this.slots = slots;
        this.covers = covers;
    }

    Condition read(RecordLink link, Map<String, @Nullable Object> given, boolean negated) {
        List<Condition> parts = new ArrayList<>();
        given.forEach((name, value) -> {
            if (value != null) {
                switch (name) {
                    case "eq", "in" -> parts.add(within(value, negated));
                    case "code" ->
                        FilterReader.object(value).values().forEach(v -> {
                            if (v != null) {
                                parts.add(within(v, negated));
                            }
                        });
                    case "is" -> parts.add(linking.linked(link, value, false, negated));
                    default -> parts.add(new Condition.Missing(Properties.PLACE, negated == value.equals(true)));
                }
            }
        });
        return FilterReader.joined(parts, negated);
    }

    private Condition within(Object areas, boolean negated) {
        Set<String> uids = new TreeSet<>();
        List<?> named = areas instanceof List<?> list ? list : List.of(areas);
        named.forEach(area -> uids.addAll(covers.covers(Values.text(area))));
        return new Condition.Within(slots.add(List.copyOf(uids)), negated);
    }

    /** Makes the condition that a linked record is such. */
    interface Linking {
        Condition linked(RecordLink link, @Nullable Object where, boolean inverted, boolean negated);
    }
}
