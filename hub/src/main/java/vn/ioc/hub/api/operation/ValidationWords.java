// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.parser.InvalidSyntaxException;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import vn.ioc.hub.api.ErrorCode;

/** Says in the client's words what a validation found: what is wrong, where, and what is allowed; never a class of the engine. */
public final class ValidationWords {
    private static final int MOST_NAMES = 40;
    private static final Pattern PREFIX = Pattern.compile("^(Validation [Ee]rror )?\\([^)]*\\) ?: ?");
    private static final Pattern VALUE = Pattern.compile(
            " with value '.*'(?= (is not a valid|must not be null|must be an object|is missing required|contains a field))",
            Pattern.DOTALL);
    private static final Pattern DEFAULT = Pattern.compile("Bad default value '.*' for type", Pattern.DOTALL);
    private static final Pattern ENGINE = Pattern.compile(" - [^-]*(AST type|Expected)[^-]*$", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("'(Linked)?(Hash)?Map'|'Array(List|Deque)'|'(Immutable)?List'");
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");
    private static final Pattern UNKNOWN_INPUT = Pattern.compile("contains a field not in '(\\w+)': '(\\w+)'");
    private static final Pattern UNKNOWN_ARGUMENT = Pattern.compile("Unknown field argument '(\\w+)'");

    private final Supplier<GraphQLSchema> schema;

    public ValidationWords(Supplier<GraphQLSchema> schema) {
        this.schema = schema;
    }

    /** The error with a code; one that has a code already stays as it is. */
    public GraphQLError coded(GraphQLError error) {
        if (error.getExtensions() != null && error.getExtensions().containsKey("code")) {
            return error;
        }
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError()
                .message("%s", message(error))
                .errorType(ErrorType.BAD_REQUEST)
                .extensions(Map.of("code", ErrorCode.BAD_REQUEST.name()));
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        return builder.build();
    }

    static String syntax(InvalidSyntaxException wrong) {
        return String.valueOf(wrong.getMessage()).replace("ANTLR error ", "");
    }

    private String message(GraphQLError error) {
        String plain = plain(String.valueOf(error.getMessage()));
        List<String> path = error instanceof ValidationError found && found.getQueryPath() != null
                ? found.getQueryPath()
                : List.of();
        String where = path.isEmpty() ? "" : " (at " + String.join("/", path) + ")";
        return plain + where + allowed(plain, path).map(a -> "; allowed: " + a).orElse("");
    }

    private static String plain(String message) {
        String plain = PREFIX.matcher(message).replaceFirst("");
        plain = VALUE.matcher(plain).replaceFirst("");
        plain = DEFAULT.matcher(plain).replaceFirst("Bad default value for type");
        plain = ENGINE.matcher(plain).replaceFirst("");
        return JAVA.matcher(plain).replaceAll("a value of another kind").replace("AST type of ", "");
    }

    private Optional<String> allowed(String message, List<String> path) {
        Matcher field = UNKNOWN_FIELD.matcher(message);
        if (field.find()) {
            return Optional.ofNullable(schema.get().getType(field.group(2)))
                    .filter(GraphQLFieldsContainer.class::isInstance)
                    .map(t -> names(((GraphQLFieldsContainer) t).getFieldDefinitions()));
        }
        Matcher input = UNKNOWN_INPUT.matcher(message);
        if (input.find()) {
            return Optional.ofNullable(schema.get().getType(input.group(1)))
                    .filter(GraphQLInputObjectType.class::isInstance)
                    .map(t -> names(((GraphQLInputObjectType) t).getFields()));
        }
        return UNKNOWN_ARGUMENT.matcher(message).find() ? at(path).map(ValidationWords::names) : Optional.empty();
    }

    /** The arguments of the field at a path from Query; empty when the path goes another way. */
    private Optional<List<GraphQLArgument>> at(List<String> path) {
        @Nullable Object owner = schema.get().getQueryType();
        GraphQLFieldDefinition found = null;
        for (String name : path) {
            if (!(owner instanceof GraphQLFieldsContainer container)) {
                return Optional.empty();
            }
            found = container.getFieldDefinition(name);
            owner = found == null ? null : GraphQLTypeUtil.unwrapAll(found.getType());
        }
        return Optional.ofNullable(found)
                .map(GraphQLFieldDefinition::getArguments)
                .filter(a -> !a.isEmpty());
    }

    private static String names(Collection<? extends GraphQLNamedSchemaElement> elements) {
        String names = elements.stream()
                .map(GraphQLNamedSchemaElement::getName)
                .sorted()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return elements.size() > MOST_NAMES ? names + " and others" : names;
    }
}
