// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the storage directives of a parsed SDL into a {@link RecordModel}. */
final class RecordModelReader {
    private final TypeDefinitionRegistry registry;
    private final FieldReader fields;

    RecordModelReader(TypeDefinitionRegistry registry) {
        this.registry = registry;
        this.fields = new FieldReader(registry);
    }

    RecordModel read() {
        new DirectiveCheck(registry).check();
        Map<String, RecordType> declared = new LinkedHashMap<>();
        List<ObjectTypeDefinition> objects = registry.getTypes(ObjectTypeDefinition.class);
        for (ObjectTypeDefinition object : objects) {
            if (object.hasDirective("record")) {
                declared.put(object.getName(), type(object));
            }
        }
        Map<String, RecordType> linked = new LinkDerivation(declared).derive();
        new RecordCheck(linked).check();
        return new RecordModel(linked, enumValues(registry, "Sector"), registry);
    }

    private RecordType type(ObjectTypeDefinition object) {
        DirectiveValues record =
                new DirectiveValues(object.getDirectives("record").getFirst());
        Map<String, RecordField> own = new LinkedHashMap<>();
        Map<String, RecordLink> links = new LinkedHashMap<>();
        for (FieldDefinition field : object.getFieldDefinitions()) {
            if (field.hasDirective("link")) {
                links.put(field.getName(), fields.link(object.getName(), field));
            } else {
                own.put(field.getName(), fields.field(object.getName(), field));
            }
        }
        List<List<String>> indexes = object.getDirectives("index").stream()
                .map(d -> new DirectiveValues(d).texts("fields"))
                .toList();
        Optional<DirectiveValues> search = directive(object.getDirectives("search"));
        return new RecordType(
                object.getName(),
                record.required("sector"),
                record.texts("key"),
                record.text("scope").filter("LOCAL"::equals).isPresent(),
                record.required("title"),
                record.text("date"),
                record.texts("order").isEmpty() ? record.texts("key") : record.texts("order"),
                record.required("plural"),
                record.text("partOf"),
                record.text("placeThrough"),
                record.flag("reference"),
                indexes,
                search.map(s -> s.texts("through")).orElse(List.of()),
                own,
                links,
                directive(object.getDirectives("personal")).flatMap(p -> p.text("kind")),
                description(object.getDescription()));
    }

    static Set<String> enumValues(TypeDefinitionRegistry registry, String enumType) {
        return enumDescriptions(registry, enumType).keySet();
    }

    /** Of an enum's values, by name; those of its extensions too. */
    static Map<String, String> enumDescriptions(TypeDefinitionRegistry registry, String enumType) {
        Map<String, String> values = new TreeMap<>();
        if (registry.getTypeOrNull(enumType) instanceof EnumTypeDefinition definition) {
            put(definition, values);
        }
        registry.enumTypeExtensions().getOrDefault(enumType, List.of()).forEach(more -> put(more, values));
        return values;
    }

    private static void put(EnumTypeDefinition definition, Map<String, String> values) {
        definition.getEnumValueDefinitions().forEach(v -> values.put(v.getName(), description(v.getDescription())));
    }

    static Optional<DirectiveValues> directive(List<Directive> directives) {
        return directives.stream().findFirst().map(DirectiveValues::new);
    }

    static String description(@Nullable Description description) {
        return description == null ? "" : description.getContent();
    }
}
