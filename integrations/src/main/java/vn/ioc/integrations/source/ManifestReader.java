// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.integrations.mapping.RecordMapping;
import vn.ioc.integrations.mapping.StreamMapping;
import vn.ioc.integrations.mapping.TreePath;
import vn.ioc.integrations.tree.Format;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** From {@code source.yaml} to a manifest, in three steps that each tell all of their problems: syntax, shape, meaning. */
final class ManifestReader {
    private static final SchemaCheck SHAPE = new SchemaCheck("/source.schema.json");
    /** What of a stream the mapping's version depends on. */
    private static final List<String> MAPPED =
            List.of("format", "lists", "delimiter", "columns", "items", "group", "exclude", "audience", "records");

    private final RecordModel model;
    private final CodeLists codes;

    ManifestReader(RecordModel model, CodeLists codes) {
        this.model = model;
        this.codes = codes;
    }

    /** @throws SourceException telling every problem of the first step that has one */
    SourceManifest read(Path folder, String file, String text) {
        Yaml.Table root = YamlReader.read(file, text).object();
        List<String> shape = SHAPE.problems(file, root);
        if (!shape.isEmpty()) {
            throw new SourceException(SourceException.Reason.SHAPE, shape);
        }
        ManifestProblems problems = new ManifestProblems(file);
        String name = root.get("name").text();
        Path folderName = folder.getFileName();
        if (folderName == null || !folderName.toString().equals(name)) {
            problems.add(root.lineOf("name"), "the name must be that of its folder, '" + folderName + "'");
        }
        SourceManifest manifest = new SourceManifest(
                name,
                root.get("title").text(),
                root.find("description").map(Yaml::text).orElse(""),
                folder,
                root.find("reference").map(y -> Boolean.TRUE.equals(y.plain())).orElse(false),
                root.find("enabled").map(y -> !Boolean.FALSE.equals(y.plain())).orElse(true),
                root.find("rhythm").map(y -> Durations.parse(y.text())),
                owns(root, problems),
                streams(folder, root, problems));
        problems.throwIfAny();
        return manifest;
    }

    private Set<String> owns(Yaml.Table root, ManifestProblems problems) {
        Set<String> owns = new TreeSet<>();
        for (Yaml element : root.find("owns").map(Yaml::list).orElse(List.of())) {
            String[] parts = element.text().split("\\.", 2);
            Optional<RecordType> type = model.findType(parts[0]);
            boolean known = type.filter(t -> t.findField(parts[1]).isPresent()
                            || t.declaredLinks().stream().anyMatch(l -> l.name().equals(parts[1])))
                    .isPresent();
            if (!known) {
                problems.add(element.line(), "there is no field '" + element.text() + "' to own");
            }
            owns.add(element.text());
        }
        return owns;
    }

    private List<StreamManifest> streams(Path folder, Yaml.Table root, ManifestProblems problems) {
        String source = root.get("name").text();
        List<StreamManifest> streams = new ArrayList<>();
        Map<String, Yaml.Table> whole = new LinkedHashMap<>();
        Yaml.Table all = root.get("streams").object();
        all.entries().forEach((name, yaml) -> {
            Yaml.Table stream = yaml.object();
            Optional<String> like = stream.find("like").map(Yaml::text);
            if (like.isPresent() && !whole.containsKey(like.get())) {
                problems.add(
                        stream.lineOf("like"),
                        "there is no stream '" + like.get() + "' above; known are " + whole.keySet());
                return;
            }
            Yaml.Table full = like.map(l -> merged(stream, whole.get(l))).orElse(stream);
            whole.put(name, full);
            Yaml.Table transport =
                    stream.find("transport").orElse(root.get("transport")).object();
            streams.add(stream(folder, new StreamId(source, name), full, transport, problems));
        });
        return streams;
    }

    private static Yaml.Table merged(Yaml.Table stream, Yaml.@org.jspecify.annotations.Nullable Table like) {
        Map<String, Yaml> entries = new LinkedHashMap<>(stream.entries());
        Map<String, Integer> lines = new HashMap<>(stream.keyLines());
        if (like != null) {
            for (String name : List.of(
                    "format",
                    "lists",
                    "delimiter",
                    "columns",
                    "items",
                    "group",
                    "secrecy",
                    "exclude",
                    "audience",
                    "records")) {
                like.find(name).ifPresent(yaml -> {
                    if (entries.putIfAbsent(name, yaml) == null) {
                        lines.put(name, like.lineOf(name));
                    }
                });
            }
            like.find("package").ifPresent(yaml -> entries.putIfAbsent("package", yaml));
        }
        return new Yaml.Table(stream.line(), entries, lines);
    }

    private StreamManifest stream(
            Path folder, StreamId id, Yaml.Table stream, Yaml.Table transport, ManifestProblems problems) {
        ExpressionReader expressions = new ExpressionReader(codes, problems);
        RecordReader records = new RecordReader(model, codes, problems);
        List<RecordMapping> mappings = stream.get("records").list().stream()
                .flatMap(y -> records.record(y.object(), stream.get("audience")).stream())
                .toList();
        Transport read = new TransportReader(folder, problems, expressions).transport(transport, stream);
        StreamMapping mapping = new StreamMapping(
                id, stream.find("exclude").map(expressions::path), mappings, version(id, stream, read));
        String files = stream.find("files").map(Yaml::text).orElse("*");
        return new StreamManifest(
                id,
                stream.find("title").map(Yaml::text).orElse(id.stream()),
                read,
                stream.find("samples").map(Yaml::text).orElse(files),
                format(stream),
                stream.find("package").isPresent(),
                stream.find("items").map(expressions::path).orElse(TreePath.of("@")),
                stream.find("group").map(expressions::path),
                secrecy(stream.get("secrecy")),
                listing(stream, problems),
                mapping,
                mapping.taken());
    }

    /**
     * Another mapping has another name, so that it applies anew: comments and order of keys do not count, what it looks up does.
     */
    private String version(StreamId id, Yaml.Table stream, Transport read) {
        Map<String, Object> mapped = new LinkedHashMap<>();
        if (read instanceof Transport.Sql sql) {
            mapped.put("query", sql.query().text());
        }
        MAPPED.forEach(name -> stream.find(name).ifPresent(y -> {
            mapped.put(name, java.util.Objects.toString(Json.write(y.plain())));
            lookedUp(y, mapped);
        }));
        return id + "@" + Json.hash(mapped).substring(0, 12);
    }

    private void lookedUp(Yaml yaml, Map<String, Object> mapped) {
        if (yaml instanceof Yaml.Rows rows) {
            rows.elements().forEach(element -> lookedUp(element, mapped));
        } else if (yaml instanceof Yaml.Table table) {
            if (table.find("lookup").isPresent()) {
                table.find("list")
                        .map(Yaml::text)
                        .ifPresent(list -> mapped.put(
                                "list " + list,
                                codes.entries(list).stream()
                                        .map(e -> new TreeMap<>(e.columns()).toString())
                                        .toList()));
            }
            table.entries().values().forEach(value -> lookedUp(value, mapped));
        }
    }

    private static Format format(Yaml.Table stream) {
        return switch (stream.get("format").text()) {
            case "json" -> new Format.Json();
            case "xml" -> new Format.Xml(texts(stream, "lists"));
            case "xlsx" -> new Format.Xlsx(texts(stream, "columns"));
            default ->
                new Format.Csv(
                        stream.find("delimiter")
                                .map(y -> (Character) y.text().charAt(0))
                                .orElse(null),
                        texts(stream, "columns"));
        };
    }

    private static SecrecyRule secrecy(Yaml yaml) {
        return yaml instanceof Yaml.Table table
                ? new SecrecyRule(lower(texts(table, "fields")), lower(texts(table, "marked")))
                : SecrecyRule.NONE;
    }

    /** A list that is read from where the last pull ended does not hold what is older: its lack tells nothing. */
    private static boolean listing(Yaml.Table stream, ManifestProblems problems) {
        boolean listing = stream.find("deletions").isPresent();
        boolean since = stream.find("since").isPresent()
                || stream.find("request")
                        .filter(r -> r.object().find("since").isPresent())
                        .isPresent();
        if (listing && since) {
            problems.add(
                    stream.lineOf("deletions"),
                    "deletions by listing need a request or query that reads the whole list; this one has since");
        }
        return listing;
    }

    private static Set<String> texts(Yaml.Table table, String name) {
        return table.find(name)
                .map(y -> y.list().stream().map(Yaml::text).collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
