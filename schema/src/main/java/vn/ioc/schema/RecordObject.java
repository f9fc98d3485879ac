// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The object type of a record type as clients see it: it implements Record, and its links are objects or connections. */
final class RecordObject {
    private static final String NO_VALUE = "Null when the source gives none.";
    private static final String NO_RIGHT = "Null without the right to it.";
    private static final String NO_LINK = "Null when there is none that the caller may read.";

    private RecordObject() {}

    /** Replaces the declared object type of a record type. */
    static void replace(TypeDefinitionRegistry registry, RecordType type) {
        if (!(registry.getTypeOrNull(type.name()) instanceof ObjectTypeDefinition declared)) {
            throw new IllegalStateException("a record type is an object type");
        }
        ObjectTypeDefinition shown = declared.transform(object -> object.directives(standard(declared.getDirectives()))
                .implementz(new TypeName("Record"))
                .fieldDefinitions(fields(registry, type, declared)));
        registry.remove(declared);
        registry.add(shown);
    }

    /** Fields of every record first, then the type's own in SDL order, then its derived links. */
    private static List<FieldDefinition> fields(
            TypeDefinitionRegistry registry, RecordType type, ObjectTypeDefinition declared) {
        Map<String, FieldDefinition> links = links(type);
        List<FieldDefinition> fields = new ArrayList<>();
        common(registry).forEach(field -> {
            if (!type.fields().containsKey(field.getName())) {
                fields.add(field);
            }
        });
        for (FieldDefinition field : declared.getFieldDefinitions()) {
            FieldDefinition link = links.remove(field.getName());
            fields.add(link == null ? scalar(type, field) : link);
        }
        common(registry).forEach(field -> links.remove(field.getName()));
        fields.addAll(links.values());
        return fields;
    }

    private static List<FieldDefinition> common(TypeDefinitionRegistry registry) {
        return registry.getTypeOrNull("Record") instanceof InterfaceTypeDefinition face
                ? face.getFieldDefinitions()
                : List.of();
    }

    /** A personal value may be hidden, so its field may be null whatever the storage says. */
    private static FieldDefinition scalar(RecordType type, FieldDefinition field) {
        boolean hideable = type.personal().isPresent()
                || type.field(field.getName()).personal().isPresent();
        return field.transform(f -> {
            f.directives(standard(field.getDirectives()));
            f.description(described(field, hideable));
            if (hideable && field.getType() instanceof NonNullType nonNull) {
                f.type(nonNull.getType());
            }
        });
    }

    private static Map<String, FieldDefinition> links(RecordType type) {
        Map<String, FieldDefinition> links = new TreeMap<>();
        if (type.links().isEmpty()) {
            return links;
        }
        StringBuilder sdl = new StringBuilder("type Links {\n");
        type.links().values().forEach(link -> sdl.append(field(link)));
        TypeDefinitionRegistry parsed =
                new SchemaParser().parse(sdl.append("}\n").toString());
        parsed.getTypes(ObjectTypeDefinition.class)
                .forEach(object -> object.getFieldDefinitions().forEach(f -> links.put(f.getName(), f)));
        return links;
    }

    /** A link to one may end at a record that is hidden or has not come yet: it is never non-null. */
    private static String field(RecordLink link) {
        String said = link.description().isEmpty() ? link.name() : link.description();
        String description = SdlText.description(link.many() ? said : SdlText.nullWhen(said, NO_LINK));
        return link.many()
                ? description + link.name() + PagingTypes.arguments(link.target()) + ": " + link.target()
                        + "Connection!\n"
                : description + link.name() + ": " + link.target() + "\n";
    }

    /** A nullable field that does not say when it is null gets what holds for all such fields. */
    private static @Nullable Description described(FieldDefinition field, boolean hideable) {
        Description own = field.getDescription();
        if (own == null || !hideable && field.getType() instanceof NonNullType) {
            return own;
        }
        String text = SdlText.nullWhen(own.getContent(), hideable ? NO_RIGHT : NO_VALUE);
        return new Description(text, own.getSourceLocation(), text.contains("\n"));
    }

    private static List<Directive> standard(List<Directive> directives) {
        return directives.stream().filter(d -> d.getName().equals("deprecated")).toList();
    }
}
