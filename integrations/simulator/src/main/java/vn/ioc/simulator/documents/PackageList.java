// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.DistrictClock;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Json;
import vn.ioc.simulator.wire.Request;

/** {@code {total, next, data: [{id, timestamp, sequence, type}]}}: total and data count from {@code since} on. */
final class PackageList {
    private static final int MOST = 500;

    private PackageList() {}

    static Answer page(Request request, TreeMap<Long, Parcel> list) {
        long since = request.number("since", 0, 0, Long.MAX_VALUE - 1);
        int limit = (int) request.number("limit", 100, 1, MOST);
        String type = request.parameter("type", "");
        NavigableMap<Long, Parcel> rest = new TreeMap<>(list.tailMap(since, false));
        rest.values().removeIf(parcel -> !type.isEmpty() && !parcel.kind().equals(type));
        ArrayNode data = Json.array();
        long last = since;
        for (Map.Entry<Long, Parcel> entry : rest.entrySet()) {
            if (data.size() == limit) {
                break;
            }
            data.add(row(entry.getKey(), entry.getValue()));
            last = entry.getKey();
        }
        ObjectNode answer = Json.object().put("total", rest.size());
        if (rest.size() > limit) {
            answer.put("next", last);
        } else {
            answer.putNull("next");
        }
        answer.set("data", data);
        return Answer.page(answer, "total");
    }

    private static ObjectNode row(long sequence, Parcel parcel) {
        ObjectNode row = Json.object()
                .put("id", parcel.id())
                .put("timestamp", parcel.at().atZone(DistrictClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .put("sequence", sequence)
                .put("type", parcel.kind());
        if (parcel instanceof Parcel.Gone gone) {
            row.put("documentId", gone.documentId());
        }
        return row;
    }
}
