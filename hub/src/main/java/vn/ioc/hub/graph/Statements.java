// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ioc.schema.Properties;

/** The statement of a question: written once per shape, kept up to a number of shapes. May be asked from any thread. */
final class Statements {
    /** The one column of every statement. */
    static final String RESULT = "r";

    private static final String NONE = "RETURN " + ConnectionCypher.NOTHING + " AS " + RESULT;
    private final Map<Question, String> kept;
    private final int sortLimit;

    Statements(int kept, int sortLimit) {
        this.sortLimit = sortLimit;
        this.kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, String> eldest) {
                return size() > kept;
            }
        });
    }

    String of(Question question) {
        return kept.computeIfAbsent(question, this::write);
    }

    private String write(Question question) {
        Variables variables = new Variables();
        ConditionCypher conditions = new ConditionCypher(variables);
        RecordCypher records = new RecordCypher(variables, conditions, sortLimit);
        return switch (question) {
            case Question.Listing listing ->
                listing.connection()
                        .rights()
                        .map(rights ->
                                records.connections().call(listing.connection(), rights, Optional.empty(), RESULT)
                                        + "RETURN " + RESULT)
                        .orElse(NONE);
            case Question.Grouping grouping ->
                grouping.groups()
                        .records()
                        .rights()
                        .map(rights -> new AggregateCypher(variables, conditions, records)
                                .text(grouping.groups(), rights, RESULT))
                        .orElseGet(() -> "RETURN " + AggregateCypher.nothing(grouping.groups()) + " AS " + RESULT);
            case Question.Lookup lookup -> lookup(lookup, variables, conditions, records);
            case Question.Way way -> way(way, variables, conditions, records);
        };
    }

    private static String lookup(
            Question.Lookup lookup, Variables variables, ConditionCypher conditions, RecordCypher records) {
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (Question.Part part : lookup.parts()) {
            String uids = ConditionCypher.slot(part.uids());
            names.add(stop("", uids, part.stop(), variables, conditions, records, text));
        }
        return text.append("RETURN [" + String.join(", ", names) + "] AS " + RESULT)
                .toString();
    }

    private static String way(
            Question.Way way, Variables variables, ConditionCypher conditions, RecordCypher records) {
        return new PathCypher(variables, conditions).text(way, (uids, text) -> way.stops().stream()
                .flatMap(List::stream)
                .map(stop -> stop(uids, uids, stop, variables, conditions, records, text))
                .toList());
    }

    /** Reads records of one type. @param from variable that the list of uids needs @return the result's variable */
    private static String stop(
            String from,
            String uids,
            Question.Stop stop,
            Variables variables,
            ConditionCypher conditions,
            RecordCypher records,
            StringBuilder text) {
        String uid = variables.next("u");
        String of = variables.next("n");
        String name = variables.next("c");
        text.append("CALL (" + from + ") { UNWIND " + uids + " AS " + uid + " MATCH (" + of
                + ConditionCypher.label(stop.type(), true) + ")"
                + ConditionCypher.where(
                        List.of(of + "." + Properties.UID + " = " + uid, conditions.rights(stop.rights(), of)))
                + "\n");
        String list = records.list(stop.shape(), of, text);
        text.append("RETURN collect([" + uid + ", " + list + "]) AS " + name + " }\n");
        return name;
    }
}
