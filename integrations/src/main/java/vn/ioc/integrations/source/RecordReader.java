// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.integrations.mapping.Expression;
import vn.ioc.integrations.mapping.FieldKinds;
import vn.ioc.integrations.mapping.RecordMapping;
import vn.ioc.integrations.mapping.TreePath;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads {@code records:} and checks each name against the SDL. */
final class RecordReader {
    private static final Set<String> AUDIENCES = new TreeSet<>(Set.of("PUBLIC", "INTERNAL", "RESTRICTED"));
    private static final String SNAPSHOT = "snapshot";

    private final RecordModel model;
    private final CodeLists codes;
    private final ManifestProblems problems;
    private final ExpressionReader expressions;

    RecordReader(RecordModel model, CodeLists codes, ManifestProblems problems) {
        this.model = model;
        this.codes = codes;
        this.problems = problems;
        this.expressions = new ExpressionReader(codes, problems);
    }

    /** @param audience the stream's own; empty when the type is not known, which is noted */
    Optional<RecordMapping> record(Yaml.Table yaml, Yaml audience) {
        Optional<RecordType> found = model.findType(yaml.get("type").text());
        if (found.isEmpty()) {
            Set<String> known = new TreeSet<>();
            model.types().forEach(t -> known.add(t.name()));
            problems.add(
                    yaml.lineOf("type"),
                    "there is no record type '" + yaml.get("type").text() + "'; known are " + known);
            return Optional.empty();
        }
        RecordType type = found.get();
        return Optional.of(new RecordMapping(
                type,
                yaml.find("each").map(expressions::path),
                yaml.find("when").map(expressions::path),
                key(yaml.get("key"), type, "the key of " + type.name()),
                version(yaml.get("version")),
                yaml.find("observed").map(expressions::expression),
                audience(yaml.find("audience").orElse(audience)),
                values(yaml, type),
                links(yaml, type),
                places(yaml),
                checks(yaml),
                yaml.find("delete").map(expressions::path)));
    }

    private List<Expression> key(Yaml yaml, RecordType type, String what) {
        List<Expression> parts = expressions.expressions(yaml);
        if (parts.size() != type.key().size()) {
            problems.add(yaml.line(), what + " has the parts " + type.key() + "; given are " + parts.size());
        }
        return parts;
    }

    private Optional<Expression> version(Yaml yaml) {
        return yaml instanceof Yaml.Scalar scalar && scalar.text().equals(SNAPSHOT)
                ? Optional.empty()
                : Optional.of(expressions.expression(yaml));
    }

    /** The three words stand for themselves. */
    private Expression audience(Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar && AUDIENCES.contains(scalar.text())) {
            return new Expression.Path(TreePath.of("'" + scalar.text() + "'"));
        }
        return expressions.expression(yaml);
    }

    private Map<String, RecordMapping.Value> values(Yaml.Table yaml, RecordType type) {
        Map<String, RecordMapping.Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : entries(yaml, "values").entrySet()) {
            int line = yaml.get("values").object().lineOf(entry.getKey());
            Optional<RecordField> field = type.findField(entry.getKey()).filter(f -> !f.derived());
            if (field.isEmpty()) {
                problems.add(
                        line,
                        type.name() + " has no field '" + entry.getKey() + "' that a source may set; allowed are "
                                + settable(type));
                continue;
            }
            Expression expression = expressions.expression(entry.getValue());
            check(line, field.get(), expression);
            values.put(entry.getKey(), new RecordMapping.Value(field.get(), enumValues(field.get()), expression));
        }
        return values;
    }

    private void check(int line, RecordField field, Expression expression) {
        if (!FieldKinds.accepts(field, expression.kind())) {
            problems.add(
                    line,
                    "a " + field.scalar() + " is not had from " + expression.kind() + "; allowed are "
                            + FieldKinds.allowed(field));
        }
        Set<String> lists = ExpressionReader.lists(expression);
        boolean other = field.codeList().isPresent()
                ? lists.stream().anyMatch(l -> !l.equals(field.codeList().get()))
                : !lists.isEmpty();
        if (other) {
            problems.add(
                    line,
                    "'" + field.name() + "' is read with the code list "
                            + field.codeList().orElse("(none)") + ", not " + lists);
        }
        field.codeList()
                .filter(list -> !codes.has(list))
                .ifPresent(list -> problems.add(
                        line,
                        "there is no code list '" + list + "'; give it in codes.csv; known are " + codes.names()));
    }

    private List<String> enumValues(RecordField field) {
        return field.enumType().map(name -> List.copyOf(model.enumValues(name))).orElse(List.of());
    }

    private Map<String, RecordMapping.Link> links(Yaml.Table yaml, RecordType type) {
        Map<String, RecordMapping.Link> links = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : entries(yaml, "links").entrySet()) {
            int line = yaml.get("links").object().lineOf(entry.getKey());
            Optional<RecordLink> link = type.declaredLinks().stream()
                    .filter(l -> l.name().equals(entry.getKey()) && isSettable(l))
                    .findFirst();
            if (link.isEmpty()) {
                problems.add(
                        line,
                        type.name() + " has no link '" + entry.getKey() + "' that a source may set; allowed are "
                                + linkable(type));
                continue;
            }
            RecordType target = model.type(link.get().target());
            boolean object = entry.getValue() instanceof Yaml.Table table
                    && table.find("to").isPresent();
            Yaml to = object ? entry.getValue().object().get("to") : entry.getValue();
            Optional<TreePath> each =
                    object ? entry.getValue().object().find("each").map(expressions::path) : Optional.empty();
            List<Expression> key = key(to, target, "the key of " + target.name());
            links.put(entry.getKey(), new RecordMapping.Link(link.get(), target.local(), each, key));
        }
        return links;
    }

    private List<RecordMapping.Place> places(Yaml.Table yaml) {
        List<RecordMapping.Place> places = new ArrayList<>();
        for (Yaml element : yaml.find("place").map(Yaml::list).orElse(List.of())) {
            Yaml.Table place = element.object();
            if (place.find("code").isPresent()) {
                places.add(new RecordMapping.Place.Code(
                        expressions.expression(place.get("code")),
                        place.find("scheme").map(expressions::expression)));
            } else if (place.find("name").isPresent() && place.find("within").isPresent()) {
                places.add(new RecordMapping.Place.Name(
                        expressions.expression(place.get("name")),
                        place.get("within").text()));
            } else if (place.find("point").isPresent()) {
                places.add(new RecordMapping.Place.Point(expressions.point(place.get("point"))));
            } else {
                problems.add(place.line(), "a place is code (with scheme), name with within, or point");
            }
        }
        return places;
    }

    private Map<String, TreePath> checks(Yaml.Table yaml) {
        Map<String, TreePath> checks = new LinkedHashMap<>();
        entries(yaml, "checks").forEach((name, path) -> checks.put(name, expressions.path(path)));
        return checks;
    }

    private static Map<String, Yaml> entries(Yaml.Table yaml, String name) {
        return yaml.find(name).map(y -> y.object().entries()).orElse(Map.of());
    }

    private static Set<String> settable(RecordType type) {
        Set<String> names = new TreeSet<>();
        type.fields().values().stream().filter(f -> !f.derived()).forEach(f -> names.add(f.name()));
        return names;
    }

    private static Set<String> linkable(RecordType type) {
        Set<String> names = new TreeSet<>();
        type.declaredLinks().stream().filter(RecordReader::isSettable).forEach(l -> names.add(l.name()));
        return names;
    }

    /** Place links follow from {@code place:}; a link that points here is set from its other end. */
    private static boolean isSettable(RecordLink link) {
        return link.out()
                && !link.type().equals(Properties.IN_PLACE)
                && !link.type().equals(Properties.IN_PLACE_NOW);
    }
}
