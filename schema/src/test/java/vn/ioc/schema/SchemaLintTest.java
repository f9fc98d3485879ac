// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ioc.schema.SchemaElement.Kind;

/** The rules of graphql-eslint that matter to clients, over the schema as they see it. */
final class SchemaLintTest {
    /** Names that repeat their type's because the field's own standard has them. */
    private static final Map<String, String> TERMS = Map.of(
            "Code.code", "a code is more than its text",
            "Document.documentId", "DocumentId of QCVN 102",
            "Document.documentType", "a document's type is not the type of a record");

    private static final Pattern DEPRECATION = Pattern.compile(
            "Use `(?<replacement>[A-Za-z0-9_.]+(\\([a-zA-Z0-9]+:\\))?)`.* (?<day>\\d{4}-\\d{2}-\\d{2}).*");
    private final GraphQLSchema schema =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(PublicSchema.derive(RecordModel.withBuiltIn(List.of())));
    private final List<SchemaElement> elements = SchemaElement.of(schema);

    @Test
    void namesAreWrittenAsTheirKindIs() {
        assertThat(wrong(e -> switch (e.kind()) {
                    case TYPE ->
                        !e.name().matches("[A-Z][A-Za-z0-9]*") || e.name().matches(".*(Type|Enum|Interface|Object)");
                    case ENUM_VALUE -> !e.name().matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
                    case FIELD, ARGUMENT, INPUT_FIELD -> !e.name().matches("[a-z][A-Za-z0-9]*");
                }))
                .as("types are PascalCase nouns, fields and arguments camelCase, enum values UPPER_CASE")
                .isEmpty();
    }

    @Test
    void aFieldDoesNotRepeatItsType() {
        assertThat(wrong(e -> e.kind() == Kind.FIELD
                        && e.name().matches(Pattern.quote(uncapitalized(e.owner())) + "([A-Z].*)?")
                        && !TERMS.containsKey(e.coordinate())))
                .as("a field's name does not begin with its type's")
                .isEmpty();
        assertThat(wrong(e -> e.owner().equals("Query") && e.name().matches("(get|list|find|all)[A-Z].*")))
                .as("root fields are nouns")
                .isEmpty();
    }

    @Test
    void everyListOfRecordsIsARelayConnection() {
        List<String> bare = elements.stream()
                .filter(e -> e.kind() == Kind.FIELD && e.type().startsWith("["))
                .filter(e -> isRecord(e.type().replaceAll("[\\[\\]!]", "")))
                .map(SchemaElement::coordinate)
                .toList();
        assertThat(bare).as("lists of records that cannot be paged").isEmpty();
        objects().filter(type -> type.getName().endsWith("Connection")).forEach(connection -> {
            assertThat(printed(connection, "pageInfo")).as(connection.getName()).isEqualTo("PageInfo!");
            assertThat(printed(connection, "edges")).matches("\\[[A-Za-z]+Edge!]!");
            GraphQLObjectType edge = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(
                    connection.getFieldDefinition("edges").getType());
            assertThat(printed(edge, "cursor")).as(edge.getName()).isEqualTo("String!");
            assertThat(edge.getFieldDefinition("node")).as(edge.getName()).isNotNull();
        });
        elements.stream()
                .filter(e -> e.kind() == Kind.FIELD && e.type().endsWith("Connection!"))
                .forEach(e -> assertThat(arguments(e)).as(e.coordinate()).contains("first", "after"));
    }

    @Test
    void aRecordHasAnId() {
        objects()
                .filter(type -> isRecord(type.getName()))
                .forEach(type ->
                        assertThat(printed(type, "id")).as(type.getName()).isEqualTo("ID!"));
    }

    @Test
    void everyTypeIsReached() {
        Set<String> reached = new HashSet<>(Set.of("Query", "Mutation", "Subscription"));
        Set<String> roots = Set.copyOf(reached);
        List<SchemaElement> open = elements.stream()
                .filter(e -> roots.contains(e.owner()))
                .collect(Collectors.toCollection(ArrayList::new));
        while (!open.isEmpty()) {
            String name = open.removeLast().type().replaceAll("[\\[\\]!]", "");
            if (reached.add(name)) {
                Set<String> found = name.equals("Record") ? records() : Set.of(name);
                reached.addAll(found);
                elements.stream().filter(e -> found.contains(e.owner())).forEach(open::add);
            }
        }
        assertThat(wrong(e -> e.kind() == Kind.TYPE && !roots.contains(e.name()) && !reached.contains(e.name())))
                .as("types that no question leads to")
                .isEmpty();
    }

    @Test
    void whatIsDeprecatedNamesItsReplacementAndADay() {
        Set<String> coordinates =
                elements.stream().map(SchemaElement::coordinate).collect(Collectors.toSet());
        assertThat(wrong(e -> !e.deprecation().isEmpty() && !announced(e.deprecation(), coordinates)))
                .as("@deprecated(reason: \"Use `Type.field`. Removed after 2027-06-30: why.\")")
                .isEmpty();
    }

    @Test
    void aDeprecationWithoutReplacementOrDayIsRefused() {
        Set<String> coordinates = Set.of("Document.number");
        assertThat(announced("Use `Document.number`. Removed after 2027-06-30: one name is enough.", coordinates))
                .isTrue();
        assertThat(announced("Use `Document.number`.", coordinates)).isFalse();
        assertThat(announced("Removed after 2027-06-30.", coordinates)).isFalse();
        assertThat(announced("Use `Document.nothing`. Removed after 2027-06-30.", coordinates))
                .isFalse();
        assertThat(announced("Use `Document.number`. Removed after 2027-06-31.", coordinates))
                .isFalse();
    }

    private static boolean announced(String reason, Set<String> coordinates) {
        Matcher matcher = DEPRECATION.matcher(reason);
        if (!matcher.matches() || !coordinates.contains(matcher.group("replacement"))) {
            return false;
        }
        try {
            LocalDate.parse(matcher.group("day"));
            return true;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    private static String uncapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private List<String> wrong(Predicate<SchemaElement> rule) {
        return elements.stream().filter(rule).map(SchemaElement::coordinate).toList();
    }

    private List<String> arguments(SchemaElement field) {
        return elements.stream()
                .filter(e -> e.kind() == Kind.ARGUMENT && e.coordinate().startsWith(field.coordinate() + "("))
                .map(SchemaElement::name)
                .toList();
    }

    private Stream<GraphQLObjectType> objects() {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__"));
    }

    private Set<String> records() {
        return objects().map(GraphQLObjectType::getName).filter(this::isRecord).collect(Collectors.toSet());
    }

    private boolean isRecord(String name) {
        return schema.getType(name) instanceof GraphQLObjectType object
                && object.getInterfaces().stream()
                        .map(GraphQLNamedType.class::cast)
                        .anyMatch(type -> type.getName().equals("Record"));
    }

    private static String printed(GraphQLObjectType type, String field) {
        GraphQLFieldDefinition definition = type.getFieldDefinition(field);
        return definition == null ? "" : GraphQLTypeUtil.simplePrint(definition.getType());
    }
}
