// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;
import vn.ioc.schema.VietnameseText;

/** A record as a test writes it: own values by field name, and targets' uids by link name. */
public record TestRecord(
        String type,
        String key,
        Map<String, Object> values,
        Map<String, List<String>> links,
        String audience,
        @Nullable String place,
        @Nullable String placeNow) {

    public static TestRecord of(String type, String key, Map<String, Object> values) {
        return new TestRecord(type, key, values, Map.of(), "INTERNAL", null, null);
    }

    public TestRecord linked(String link, String... uids) {
        Map<String, List<String>> more = new LinkedHashMap<>(links);
        more.put(link, List.of(uids));
        return new TestRecord(type, key, values, more, audience, place, placeNow);
    }

    public TestRecord at(@Nullable String area, @Nullable String areaNow) {
        return new TestRecord(type, key, values, links, audience, area, areaNow);
    }

    public TestRecord forAudience(String name) {
        return new TestRecord(type, key, values, links, name, place, placeNow);
    }

    public String uid() {
        return type + ":" + key;
    }

    /** Properties as the writing side stores them. */
    Map<String, Object> properties(RecordModel model) {
        RecordType declared = model.type(type);
        Map<String, Object> properties = new LinkedHashMap<>(values);
        for (RecordField field : declared.fields().values()) {
            if (values.get(field.name()) instanceof String text && field.isText()) {
                properties.put(field.comparableProperty(), VietnameseText.comparable(text));
                if (declared.orderable(field)) {
                    properties.put(field.sortProperty(), VietnameseText.comparable(text));
                }
            }
        }
        properties.put(Properties.UID, uid());
        properties.put(Properties.TYPE, type);
        properties.put(Properties.SECTOR, declared.sector());
        properties.put(Properties.TITLE, String.valueOf(values.get(declared.title())));
        properties.put(Properties.DATE, date(declared));
        properties.put(Properties.AUDIENCE, audience);
        properties.put(Properties.SOURCE, "test");
        properties.put(Properties.FLAGS, List.of());
        properties.put(Properties.UPDATED_AT, ZonedDateTime.of(2026, 6, 30, 0, 0, 0, 0, ZoneOffset.UTC));
        put(properties, Properties.PLACE, place);
        put(properties, Properties.PLACE_NOW, placeNow);
        links.forEach((name, targets) -> declared.findLink(name)
                .flatMap(l -> l.keyProperty())
                .ifPresent(key -> put(properties, key, targets.isEmpty() ? null : targets.getFirst())));
        return properties;
    }

    private LocalDate date(RecordType declared) {
        Object own = declared.date().map(values::get).orElse(null);
        if (own instanceof ZonedDateTime moment) {
            return moment.toLocalDate();
        }
        return own instanceof LocalDate day ? day : LocalDate.of(2026, 6, 30);
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
