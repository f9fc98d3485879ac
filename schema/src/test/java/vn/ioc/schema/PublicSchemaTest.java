// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.DirectivesContainer;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PublicSchemaTest {
    private static final Path COMMITTED = Path.of(System.getProperty("ioc.root"), "schema", "public.graphqls");
    private final RecordModel model = RecordModel.withBuiltIn(List.of());

    @Test
    void theCommittedSchemaIsWhatTheSdlGives() throws IOException {
        String derived = PublicSchema.print(model);
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(COMMITTED, derived);
        }
        assertThat(COMMITTED)
                .as("update with: ./mvnw -pl schema test -Dtest=PublicSchemaTest -Dschema.update=true")
                .hasContent(derived);
    }

    @Test
    void theSameSdlGivesTheSameText() {
        assertThat(PublicSchema.print(RecordModel.withBuiltIn(List.of()))).isEqualTo(PublicSchema.print(model));
    }

    @Test
    void storageDirectivesAndTheirEnumsAreGone() {
        TypeDefinitionRegistry derived = PublicSchema.derive(model);
        assertThat(derived.getDirectiveDefinitions()).isEmpty();
        assertThat(derived.types())
                .doesNotContainKeys("KeyScope", "LinkDirection", "SearchAs", "PersonalKind")
                .containsKeys("Sector", "Audience", "Language");
        derived.getTypes(ObjectTypeDefinition.class).forEach(object -> {
            assertThat(((DirectivesContainer<?>) object).getDirectives()).isEmpty();
            object.getFieldDefinitions()
                    .forEach(field -> assertThat(field.getDirectives()).isEmpty());
        });
    }

    @Test
    void aRecordTypeGetsItsPairItsConnectionItsFilterAndItsOrder() {
        GraphQLSchema schema = schema(model);
        GraphQLFieldDefinition petitions = schema.getQueryType().getFieldDefinition("petitions");
        assertThat(petitions.getArguments())
                .extracting(a -> a.getName())
                .containsExactly("where", "orderBy", "first", "after", "last", "before");
        assertThat(schema.getQueryType().getFieldDefinition("petition").getArguments())
                .extracting(a -> a.getName())
                .containsExactly("source", "code");
        assertThat(schema.getQueryType().getFieldDefinition("document").getArguments())
                .extracting(a -> a.getName())
                .containsExactly("documentId");
        assertThat(((GraphQLInputObjectType) type(schema, "PetitionOrder")).isOneOf())
                .isTrue();
        assertThat(((GraphQLInputObjectType) type(schema, "PetitionOrder")).getFieldDefinitions())
                .extracting(f -> f.getName())
                .contains("receivedAt", "subject", "status", "date", "title", "updatedAt")
                .doesNotContain("content", "location");
        assertThat(((GraphQLObjectType) type(schema, "Petition")).getInterfaces())
                .extracting(i -> i.getName())
                .containsExactly("Record");
    }

    @Test
    void whatMayBeHiddenMayBeNull() {
        GraphQLSchema schema = schema(model);
        assertThat(field(schema, "Contact", "code")).isEqualTo("String");
        assertThat(field(schema, "Contact", "petition")).isEqualTo("Petition");
        assertThat(field(schema, "Document", "issuer")).isEqualTo("Organization");
        assertThat(field(schema, "Document", "subject")).isEqualTo("String!");
    }

    @Test
    void aTypeFromOutsideGoesThroughTheSameDoor() {
        SdlFile gauge = new SdlFile("gauge.graphqls", """
                extend enum Sector { "Water." WATER }
                "A gauge (trạm đo)." type Gauge @record(sector: WATER, key: ["code"], title: "name", plural: "gauges") {
                  "Its code." code: String! "Its name." name: String! @search(as: NAME)
                  "Who runs it." body: Organization @link(type: "RUN_BY", inverse: "gauges") }
                """);
        GraphQLSchema schema = schema(RecordModel.withBuiltIn(List.of(gauge)));
        assertThat(schema.getQueryType().getFieldDefinition("gauges")).isNotNull();
        assertThat(field(schema, "Organization", "gauges")).isEqualTo("GaugeConnection!");
        assertThat(field(schema, "Area", "gauges")).isEqualTo("GaugeConnection!");
        assertThat(((GraphQLEnumType) type(schema, "Sector")).getValue("WATER")).isNotNull();
    }

    @Test
    void aTypeThatTakesADerivedNameIsRefused() {
        SdlFile clash = new SdlFile("clash.graphqls", "type PetitionConnection { a: String }");
        RecordModel clashing = RecordModel.withBuiltIn(List.of(clash));
        assertThatThrownBy(() -> PublicSchema.derive(clashing))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("PetitionConnection");
    }

    private static GraphQLSchema schema(RecordModel model) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(PublicSchema.derive(model));
    }

    private static String field(GraphQLSchema schema, String type, String field) {
        GraphQLFieldDefinition definition = ((GraphQLObjectType) type(schema, type)).getFieldDefinition(field);
        return graphql.schema.GraphQLTypeUtil.simplePrint(definition.getType());
    }

    private static graphql.schema.GraphQLType type(GraphQLSchema schema, String name) {
        return java.util.Objects.requireNonNull(schema.getType(name), name);
    }
}
