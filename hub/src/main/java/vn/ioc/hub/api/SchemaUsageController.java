// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.GraphQLFieldsContainer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Controller;
import vn.ioc.hub.access.Capability;
import vn.ioc.hub.api.operation.FieldUsage;

/** Tells those who keep the schema who uses what of it. */
@Controller
final class SchemaUsageController {
    private static final int MOST = 1000;
    private static final Comparator<SchemaUse> ORDER = Comparator.comparingInt(SchemaUse::operations)
            .reversed()
            .thenComparing(SchemaUse::field)
            .thenComparing(SchemaUse::client);

    private final FieldUsage usage;
    private final CallerRights callers;
    private final ObjectProvider<GraphQlSource> source;

    SchemaUsageController(FieldUsage usage, CallerRights callers, ObjectProvider<GraphQlSource> source) {
        this.usage = usage;
        this.callers = callers;
        this.source = source;
    }

    record SchemaUsage(Instant since, List<SchemaUse> uses) {}

    record SchemaUse(String client, String field, boolean deprecated, int operations, Instant lastUsed) {}

    @QueryMapping
    SchemaUsage schemaUsage(
            @Argument @Nullable String field,
            @Argument @Nullable String client,
            @Argument @Nullable Boolean deprecated,
            @Argument int first) {
        callers.require(Capability.INTROSPECTION, "integrator");
        if (first < 1 || first > MOST) {
            throw new ApiException(ErrorCode.BAD_REQUEST, "first takes a number from 1 to " + MOST);
        }
        return new SchemaUsage(
                usage.since(),
                usage.uses()
                        .filter(use -> field == null
                                || use.field().equals(field)
                                || use.field().startsWith(field + "."))
                        .filter(use -> client == null || use.client().equals(client))
                        .map(use -> new SchemaUse(
                                use.client(),
                                use.field(),
                                isDeprecated(use.field()),
                                (int) Math.min(Integer.MAX_VALUE, use.operations()),
                                use.last()))
                        .filter(use -> deprecated == null || use.deprecated() == deprecated)
                        .sorted(ORDER)
                        .limit(first)
                        .toList());
    }

    private boolean isDeprecated(String coordinate) {
        String[] parts = coordinate.split("\\.", 2);
        return source.getObject().schema().getType(parts[0]) instanceof GraphQLFieldsContainer owner
                && owner.getFieldDefinition(parts[1]) instanceof graphql.schema.GraphQLFieldDefinition definition
                && definition.isDeprecated();
    }
}
