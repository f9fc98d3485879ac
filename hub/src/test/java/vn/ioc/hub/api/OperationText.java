// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ioc.hub.graph.GeneratedQuestions;
import vn.ioc.hub.graph.Selection;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** A question as a GraphQL document whose arguments are variables. */
final class OperationText {
    private final RecordModel model;
    private final List<String> declarations = new ArrayList<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final String document;

    OperationText(RecordModel model, GeneratedQuestions.Question question) {
        this.model = model;
        String field = field(question.type(), question.field());
        this.document = "query" + (declarations.isEmpty() ? "" : "(" + String.join(", ", declarations) + ")") + " { "
                + field + " }";
    }

    String document() {
        return document;
    }

    Map<String, Object> variables() {
        return variables;
    }

    @Override
    public String toString() {
        return document + "\n  variables: " + variables;
    }

    /** @param type of the records that the arguments are about */
    private String field(RecordType type, Selection field) {
        StringBuilder text = new StringBuilder();
        if (!field.key().equals(field.name())) {
            text.append(field.key()).append(": ");
        }
        text.append(field.name());
        List<String> arguments = new ArrayList<>();
        field.arguments().forEach((name, value) -> {
            String variable = "v" + variables.size();
            variables.put(variable, value);
            declarations.add("$" + variable + ": " + argument(type, name, value));
            arguments.add(name + ": $" + variable);
        });
        if (!arguments.isEmpty()) {
            text.append("(").append(String.join(", ", arguments)).append(")");
        }
        if (!field.fields().isEmpty()) {
            text.append(" { ");
            field.fields()
                    .forEach(below ->
                            text.append(field(target(type, below), below)).append(' '));
            text.append("}");
        }
        return text.toString();
    }

    private RecordType target(RecordType type, Selection field) {
        return type.findLink(field.name()).map(l -> model.type(l.target())).orElse(type);
    }

    private static String argument(RecordType type, String name, Object value) {
        return switch (name) {
            case "where" -> type.name() + "Filter";
            case "orderBy" -> value instanceof List<?> ? "[" + type.name() + "Order!]" : "AggregateOrder";
            case "by" -> "[" + type.name() + "GroupBy!]";
            case "first", "last" -> "Int";
            case "sectors" -> "[Sector!]";
            case "fields" -> "[String!]";
            default -> "String";
        };
    }
}
