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
            case Question.Way way -> new PathCypher(variables, conditions, records).text(way);
        };
    }

    private static String lookup(
            Question.Lookup lookup, Variables variables, ConditionCypher conditions, RecordCypher records) {
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (Question.Part part : lookup.parts()) {
            String uid = variables.next("u");
            String of = variables.next("n");
            String name = variables.next("c");
            text.append("CALL () { UNWIND " + ConditionCypher.slot(part.uids()) + " AS " + uid + " MATCH (" + of
                    + ConditionCypher.label(part.type(), true) + ")"
                    + ConditionCypher.where(
                            List.of(of + "." + Properties.UID + " = " + uid, conditions.rights(part.rights(), of)))
                    + "\n");
            String list = records.list(part.shape(), of, text);
            text.append("RETURN collect([" + uid + ", " + list + "]) AS " + name + " }\n");
            names.add(name);
        }
        return text.append("RETURN [" + String.join(", ", names) + "] AS " + RESULT)
                .toString();
    }
}
