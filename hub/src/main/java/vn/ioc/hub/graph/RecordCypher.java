// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ioc.schema.Properties;

/** Writes what is read of one record as a list of values, in the order of the shape's columns. */
final class RecordCypher {
    private final Variables variables;
    private final ConditionCypher conditions;
    private final ConnectionCypher connections;

    RecordCypher(Variables variables, ConditionCypher conditions, int sortLimit) {
        this.variables = variables;
        this.conditions = conditions;
        this.connections = new ConnectionCypher(variables, conditions, this, sortLimit);
    }

    ConnectionCypher connections() {
        return connections;
    }

    /** @param text takes the sub-queries that the list counts on */
    String list(RecordShape shape, String of, StringBuilder text) {
        List<String> values = new ArrayList<>();
        if (shape.hasCodes()) {
            values.add(of + "." + Properties.DATE);
        }
        shape.columns().forEach(column -> values.add(column(column, of, text)));
        return "[" + String.join(", ", values) + "]";
    }

    private String column(RecordShape.Column column, String of, StringBuilder text) {
        return switch (column) {
            case RecordShape.Stored stored -> of + "." + stored.property();
            case RecordShape.Hidden hidden -> "null";
            case RecordShape.One one -> one(one, of, text);
            case RecordShape.Many many -> many(many.connection(), of, text);
            case RecordShape.Around around ->
                around.branches().stream()
                        .flatMap(branch -> branch.columns().stream())
                        .map(c -> column(c, of, text))
                        .collect(Collectors.joining(", ", "[", "]"));
            case Told told -> new ToldCypher(variables, conditions).list(told, of, text);
        };
    }

    private String one(RecordShape.One one, String of, StringBuilder text) {
        String far = variables.next("n");
        String name = variables.next("c");
        List<String> parts = new ArrayList<>();
        String pattern = ConditionCypher.pattern(one.link(), of, far, parts);
        parts.add(conditions.rights(one.rights(), far));
        text.append("CALL (" + of + ") { MATCH " + pattern + ConditionCypher.where(parts));
        if (one.link().keyProperty().isEmpty()) {
            text.append(" WITH " + far + " ORDER BY " + far + "." + Properties.UID + " LIMIT 1");
        }
        text.append("\n");
        String list = list(one.shape(), far, text);
        text.append("RETURN collect(" + list + ")[0] AS " + name + " }\n");
        return name;
    }

    private String many(ConnectionShape connection, String of, StringBuilder text) {
        return connection
                .rights()
                .map(rights -> {
                    String name = variables.next("c");
                    text.append(connections.call(connection, rights, Optional.of(of), name));
                    return name;
                })
                .orElse(ConnectionCypher.NOTHING);
    }
}
