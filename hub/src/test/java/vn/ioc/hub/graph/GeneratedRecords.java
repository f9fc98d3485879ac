// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.neo4j.driver.Values;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * Records of every type with values, ties, gaps, links, audiences and places by chance; the same for the same seed. Their
 * titles begin with {@link #TITLE}.
 */
public final class GeneratedRecords {
    public static final String TITLE = "Hồ sơ";

    private static final List<String> TEXTS =
            List.of("đất lâm nghiệp", "Đất ở", "Nước sạch", "Hoà Bình", "hòa bình", "Ống", "ông Ích");
    private static final List<String> LEVELS = List.of("commune", "district", "province");
    private static final List<String> AUDIENCES = List.of("PUBLIC", "INTERNAL", "RESTRICTED", "UNHEARD_OF");
    private static final ZonedDateTime FIRST = ZonedDateTime.of(2025, 6, 28, 15, 0, 0, 0, ZoneOffset.UTC);

    private final RecordModel model;
    private final int each;
    private final Random random;

    /** @param each how many of every type */
    public GeneratedRecords(RecordModel model, int each, long seed) {
        this.model = model;
        this.each = each;
        this.random = new Random(seed);
    }

    public List<TestRecord> records() {
        List<TestRecord> records = new ArrayList<>();
        for (RecordType type : model.types()) {
            IntStream.range(0, each).forEach(i -> records.add(record(type, i)));
        }
        return records;
    }

    /** What areas cover, by uid and by code: themselves and some others. */
    public Map<String, Set<String>> covers() {
        Map<String, Set<String>> covers = new TreeMap<>();
        for (int i = 0; i < each; i++) {
            Set<String> covered = new TreeSet<>(List.of(area(i)));
            IntStream.range(0, random.nextInt(3)).forEach(n -> covered.add(area(random.nextInt(each))));
            covers.put(area(i), covered);
            covers.put(keyPart(model.type(RecordModel.AREA), "code", i), covered);
        }
        return covers;
    }

    private TestRecord record(RecordType type, int i) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordField field : type.fields().values()) {
            boolean key = type.key().contains(field.name());
            if (key || field.nonNull() || random.nextInt(3) > 0) {
                values.put(field.name(), key ? keyPart(type, field.name(), i) : value(type, field));
            }
        }
        TestRecord record = TestRecord.of(type.name(), key(type, i), values).forAudience(audience());
        for (RecordLink link : type.declaredLinks()) {
            if (!link.type().equals(Properties.IN_PLACE) && !link.type().equals(Properties.IN_PLACE_NOW)) {
                record = record.linked(link.name(), targets(link));
            }
        }
        return random.nextInt(4) == 0 ? record : record.at(area(random.nextInt(each)), area(random.nextInt(each)));
    }

    String[] targets(RecordLink link) {
        int most = link.many() ? random.nextInt(4) : Math.min(1, random.nextInt(3));
        RecordType target = model.type(link.target());
        return IntStream.range(0, most)
                .mapToObj(n -> target.uid(key(target, random.nextInt(each))))
                .distinct()
                .toArray(String[]::new);
    }

    private String area(int i) {
        RecordType area = model.type(RecordModel.AREA);
        return area.uid(key(area, i));
    }

    private static String key(RecordType type, int i) {
        String own = String.join(
                "/", type.key().stream().map(f -> keyPart(type, f, i)).toList());
        return type.local() ? "s/" + own : own;
    }

    private static String keyPart(RecordType type, String field, int i) {
        return (type.title().equals(field) ? TITLE + " " : field) + i;
    }

    Object value(RecordType type, RecordField field) {
        if (field.list()) {
            return IntStream.range(0, random.nextInt(3)).mapToObj(n -> text()).toList();
        }
        return switch (field.scalar()) {
            case STRING -> type.title().equals(field.name()) ? TITLE + " " + text() : text();
            case INT -> (long) random.nextInt(6) - 2;
            case FLOAT -> random.nextInt(5) / 2.0;
            case BOOLEAN -> random.nextBoolean();
            case DATE -> FIRST.toLocalDate().plusDays(random.nextInt(5));
            case DATE_TIME -> FIRST.plusHours(random.nextInt(8) * 3L);
            case POINT -> Values.point(4326, 108 + random.nextInt(3) / 10.0, 15 + random.nextInt(3) / 10.0);
            case GEOMETRY -> "{\"type\":\"Point\",\"coordinates\":[108.1,15.2]}";
            case CODE ->
                field.codeList().filter("area_level"::equals).isPresent()
                        ? LEVELS.get(random.nextInt(LEVELS.size()))
                        : "C" + random.nextInt(3);
            case ENUM -> {
                List<String> known =
                        List.copyOf(model.enumValues(field.enumType().orElseThrow()));
                yield known.get(random.nextInt(known.size()));
            }
        };
    }

    String audience() {
        return AUDIENCES.get(random.nextInt(AUDIENCES.size()));
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
