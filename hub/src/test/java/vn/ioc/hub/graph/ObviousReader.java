// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Point;
import vn.ioc.hub.access.Mask;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * Answers questions about records in memory, slowly and obviously: every record is looked at for every question. Values are as
 * in an answer's JSON; cursors are told by {@link #CURSOR}.
 */
public final class ObviousReader {
    /** Stands for any cursor. */
    public static final String CURSOR = "a cursor";

    private final ObviousRecords records;
    private final ObviousTellings tellings;
    private final Rights rights;

    /** @param covers what areas cover, by uid */
    public ObviousReader(
            RecordModel model,
            List<TestRecord> records,
            List<Telling> tellings,
            Map<String, Set<String>> covers,
            Rights rights) {
        this.records = new ObviousRecords(model, records, covers, rights);
        this.tellings = new ObviousTellings(model, this.records, tellings, rights);
        this.rights = rights;
    }

    /** @param page what is asked of a root list, arguments in JSON; the bounds of the page are uids instead of cursors */
    public Map<String, @Nullable Object> list(RecordType type, Selection page) {
        return connection(records.seen(type.name()), type, page);
    }

    /** uids of a list's records in its order, page arguments left out of account. */
    public List<String> uids(RecordType type, Selection page) {
        return ordered(records.seen(type.name()), type, page).stream()
                .map(ObviousRecord::uid)
                .toList();
    }

    public List<Map<String, @Nullable Object>> aggregate(RecordType type, Selection groups) {
        return new ObviousGroups(records, this).of(type, groups);
    }

    private List<ObviousRecord> ordered(List<ObviousRecord> candidates, RecordType type, Selection page) {
        List<ObviousRecord> matching = new ArrayList<>(candidates.stream()
                .filter(r -> records.matches(r, type, page.arguments().get("where")))
                .toList());
        matching.sort(new ObviousOrder(records, type, page.arguments().get("orderBy")));
        return matching;
    }

    private Map<String, @Nullable Object> connection(List<ObviousRecord> candidates, RecordType type, Selection page) {
        List<ObviousRecord> all = ordered(candidates, type, page);
        Map<String, @Nullable Object> arguments = page.arguments();
        List<String> uids = all.stream().map(ObviousRecord::uid).toList();
        boolean after = arguments.get("after") != null;
        boolean before = arguments.get("before") != null;
        int from = after ? uids.indexOf(arguments.get("after")) + 1 : 0;
        int to = before ? uids.indexOf(arguments.get("before")) : all.size();
        List<ObviousRecord> between = all.subList(from, Math.max(from, to));
        boolean backward = arguments.get("last") != null;
        int size = ((Number) (backward ? arguments.get("last") : arguments.getOrDefault("first", 20))).intValue();
        boolean more = between.size() > size;
        List<ObviousRecord> cut = !more
                ? between
                : backward ? between.subList(between.size() - size, between.size()) : between.subList(0, size);

        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        for (Selection asked : page.fields()) {
            answer.put(
                    asked.key(),
                    switch (asked.name()) {
                        case "totalCount" -> all.size();
                        case "edges" -> cut.stream().map(r -> edge(r, asked)).toList();
                        default -> info(asked, cut, backward ? before : more, backward ? more : after);
                    });
        }
        return answer;
    }

    private Map<String, @Nullable Object> edge(ObviousRecord record, Selection edge) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        edge.fields()
                .forEach(asked -> answer.put(
                        asked.key(), asked.name().equals("cursor") ? CURSOR : record(record, asked.fields())));
        return answer;
    }

    private static Map<String, @Nullable Object> info(
            Selection info, List<ObviousRecord> page, boolean next, boolean previous) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        info.fields()
                .forEach(asked -> answer.put(
                        asked.key(),
                        switch (asked.name()) {
                            case "hasNextPage" -> next;
                            case "hasPreviousPage" -> previous;
                            default -> page.isEmpty() ? null : CURSOR;
                        }));
        return answer;
    }

    /** What is asked of one record. */
    Map<String, @Nullable Object> record(ObviousRecord record, List<Selection> fields) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        for (Selection asked : fields) {
            RecordLink link = record.type().links().get(asked.name());
            answer.put(
                    asked.key(),
                    link != null
                            ? linked(record, link, asked)
                            : switch (asked.name()) {
                                case "related" -> related(record, asked);
                                case "provenance", "facts", "history" -> tellings.value(record, asked);
                                default -> value(record, asked);
                            });
        }
        return answer;
    }

    private @Nullable Object linked(ObviousRecord record, RecordLink link, Selection asked) {
        List<ObviousRecord> far = records.linked(record, link);
        if (link.many()) {
            return connection(far, records.type(link.target()), asked);
        }
        return far.isEmpty() ? null : record(far.getFirst(), asked.fields());
    }

    private List<Map<String, @Nullable Object>> related(ObviousRecord record, Selection asked) {
        List<Map<String, @Nullable Object>> answer = new ArrayList<>();
        for (RecordLink link : record.type().links().values()) {
            RecordType target = records.type(link.target());
            List<ObviousRecord> far = new ArrayList<>(records.linked(record, link));
            if (link.many()) {
                far.sort(new ObviousOrder(records, target, null));
            }
            boolean wanted =
                    !(asked.arguments().get("sectors") instanceof List<?> sectors) || sectors.contains(target.sector());
            if (wanted && !far.isEmpty()) {
                long most = link.many() ? ((Number) asked.arguments().get("first")).longValue() : 1;
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                asked.fields()
                        .forEach(f -> one.put(
                                f.key(),
                                switch (f.name()) {
                                    case "link" -> link.name();
                                    case "direction" -> link.out() ? "OUT" : "IN";
                                    case "sector" -> target.sector();
                                    case "count" -> link.many() ? far.size() : 1;
                                    default ->
                                        far.stream()
                                                .limit(most)
                                                .map(r -> record(r, f.fields()))
                                                .toList();
                                }));
                answer.add(one);
            }
        }
        return answer;
    }

    private @Nullable Object value(ObviousRecord record, Selection asked) {
        Readable field = Readable.find(record.type(), asked.name()).orElseThrow();
        Object stored = record.value(field.property());
        Visibility visibility = field.personal()
                .map(kind -> rights.personal().getOrDefault(kind, Visibility.HIDDEN))
                .orElse(Visibility.CLEAR);
        return switch (visibility) {
            case HIDDEN -> null;
            case MASKED -> stored instanceof String text && field.scalar() == Scalar.STRING ? Mask.of(text) : null;
            case CLEAR -> stored == null ? null : shown(field, stored);
        };
    }

    static @Nullable Object shown(Readable field, Object stored) {
        return switch (field.scalar()) {
            case STRING, ENUM, BOOLEAN -> stored;
            case INT -> ((Number) stored).intValue();
            case FLOAT -> ((Number) stored).doubleValue();
            case DATE -> stored.toString();
            case DATE_TIME -> ObviousRecord.moment(stored);
            case CODE -> field.codes().isPresent() ? Map.of("code", stored) : stored;
            case POINT -> Map.of("latitude", ((Point) point(stored)).y(), "longitude", ((Point) point(stored)).x());
            case GEOMETRY -> Collections.emptyMap();
        };
    }

    private static Object point(Object stored) {
        return stored instanceof org.neo4j.driver.Value value ? value.asPoint() : stored;
    }
}
