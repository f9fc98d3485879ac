// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.RecordType;

/** A record in memory with what is stored of it. */
record ObviousRecord(RecordType type, TestRecord told, Map<String, Object> properties) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    String uid() {
        return told.uid();
    }

    @Nullable
    Object value(String property) {
        return properties.get(property);
    }

    /** As the schema serves moments. */
    static String moment(Object stored) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(((ZonedDateTime) stored).withZoneSameInstant(ZONE));
    }
}
