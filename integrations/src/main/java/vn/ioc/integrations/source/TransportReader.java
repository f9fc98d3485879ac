// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ioc.integrations.mapping.DateFunction;
import vn.ioc.integrations.mapping.TreePath;

/** Reads how a stream is fetched. */
final class TransportReader {
    /** Names of parameters that are credentials. */
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?i).*(token|session|secret|password|passwd|apikey|api[_-]key|map[_-]key)");

    static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 4;
    private static final Set<String> HARMLESS_HEADERS = Set.of("accept", "accept-language", "user-agent");

    private final Path folder;
    private final ManifestProblems problems;
    private final ExpressionReader expressions;

    /** @param folder of the source, where its queries lie */
    TransportReader(Path folder, ManifestProblems problems, ExpressionReader expressions) {
        this.folder = folder;
        this.problems = problems;
        this.expressions = expressions;
    }

    /** @param transport of the stream, or of the source */
    Transport transport(Yaml.Table transport, Yaml.Table stream) {
        Duration every =
                transport.find("every").map(y -> Durations.parse(y.text())).orElse(Duration.ZERO);
        return switch (transport.get("template").text()) {
            case "http-pages" -> {
                only(stream, "http-pages", List.of("package", "files", "query", "since"));
                yield new Transport.HttpPages(http(transport, stream, every));
            }
            case "http-packages" -> {
                only(stream, "http-packages", List.of("files", "query", "since"));
                yield packages(http(transport, stream, every), stream);
            }
            case "sql" -> {
                only(stream, "sql", List.of("request", "response", "package", "files"));
                yield new QueryReader(folder, problems)
                        .read(transport, stream, every, stream.find("since").map(s -> since(s.object())));
            }
            case "push" -> {
                only(stream, "push", List.of("request", "response", "package", "files", "query", "since"));
                yield new Transport.Push();
            }
            default -> {
                only(stream, "folder", List.of("request", "response", "package", "query", "since"));
                Setting path = new Setting(transport.get("path").text());
                yield new Transport.Folder(
                        path, stream.find("files").map(Yaml::text).orElse("*"), every);
            }
        };
    }

    private void only(Yaml.Table stream, String template, List<String> others) {
        others.stream()
                .filter(name -> stream.find(name).isPresent())
                .forEach(name ->
                        problems.add(stream.lineOf(name), "'" + name + "' does not go with the template " + template));
    }

    private Transport packages(Transport.Http http, Yaml.Table stream) {
        Yaml.Table fetch = stream.find("package").map(Yaml::object).orElse(stream);
        if (stream.find("package").isEmpty()) {
            problems.add(stream.line(), "the template http-packages needs 'package'");
        }
        String path = fetch.find("path").map(Yaml::text).orElse("/{id}");
        if (!path.contains("{id}")) {
            problems.add(fetch.lineOf("path"), "the path of a package must contain {id}");
        }
        return new Transport.HttpPackages(
                http,
                fetch.find("rows").map(expressions::path).orElse(TreePath.of("@")),
                fetch.find("id").map(expressions::path).orElse(TreePath.of("id")),
                path,
                fetch.find("when").map(expressions::path));
    }

    private Transport.Http http(Yaml.Table transport, Yaml.Table stream, Duration every) {
        Map<String, Setting> headers = new LinkedHashMap<>();
        Yaml.Table given = transport.find("headers").map(Yaml::object).orElse(new Yaml.Table(0, Map.of(), Map.of()));
        given.entries().forEach((name, value) -> {
            Setting setting = new Setting(value.text());
            if (!setting.isReferenceOnly() && !HARMLESS_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                problems.add(
                        given.lineOf(name), "a header that may be a credential is written as ${NAME}, without a value");
            }
            headers.put(name, setting);
        });
        if (stream.find("request").isEmpty()) {
            problems.add(stream.line(), "the transport needs 'request' in this stream");
        }
        Yaml.Table request = stream.find("request").map(Yaml::object).orElse(stream);
        Yaml.Table response = stream.find("response").map(Yaml::object).orElse(new Yaml.Table(0, Map.of(), Map.of()));
        return new Transport.Http(
                new Setting(transport.find("url").map(Yaml::text).orElse("")),
                headers,
                every,
                transport.find("timeout").map(y -> Durations.parse(y.text())).orElse(TIMEOUT),
                transport.find("attempts").map(y -> Integer.parseInt(y.text())).orElse(ATTEMPTS),
                request(request),
                response(response));
    }

    private Transport.Request request(Yaml.Table request) {
        String path = request.find("path").map(Yaml::text).orElse("/");
        return new Transport.Request(
                request.find("method").map(Yaml::text).filter("POST"::equals).isPresent(),
                path,
                parameters(request.find("parameters")),
                request.find("vary")
                        .map(v -> v.list().stream()
                                .map(y -> parameters(Optional.of(y)))
                                .toList())
                        .orElse(List.of(Map.of())),
                request.find("page").flatMap(p -> paging(p.object())),
                request.find("since").map(s -> since(s.object())));
    }

    private Map<String, Object> parameters(Optional<Yaml> yaml) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        yaml.ifPresent(y -> y.object().entries().forEach((name, value) -> {
            Object plain = value.plain();
            if (CREDENTIAL.matcher(name).matches() && !new Setting(value.text()).isReferenceOnly()) {
                problems.add(
                        value.line(), "a parameter that may be a credential is written as ${NAME}, without a value");
            }
            parameters.put(name, plain instanceof Boolean || plain instanceof Number ? plain : value.text());
        }));
        return parameters;
    }

    private Optional<Transport.Paging> paging(Yaml.Table page) {
        int rows = Integer.parseInt(page.get("rows").text());
        Optional<String> size = page.find("size").map(Yaml::text);
        if (page.find("number").isPresent()) {
            int first = page.find("first").map(y -> Integer.parseInt(y.text())).orElse(1);
            return Optional.of(new Transport.Paging.ByNumber(page.get("number").text(), first, size, rows));
        }
        if (page.find("offset").isPresent()) {
            return Optional.of(new Transport.Paging.ByOffset(page.get("offset").text(), size, rows));
        }
        if (page.find("next").isPresent() && page.find("parameter").isPresent()) {
            return Optional.of(new Transport.Paging.ByNext(
                    page.get("parameter").text(), expressions.path(page.get("next")), size, rows));
        }
        problems.add(page.line(), "a page is asked for by number, by offset, or by next with parameter");
        return Optional.empty();
    }

    private Transport.Since since(Yaml.Table since) {
        String format = since.find("format").map(Yaml::text).orElse(null);
        if (format != null) {
            try {
                DateFunction.formatter(format);
            } catch (IllegalArgumentException e) {
                problems.add(
                        since.lineOf("format"),
                        "'" + format + "' is no date pattern; allowed is e.g. dd/MM/yyyy HH:mm:ss");
            }
        }
        if (format == null && since.find("window").isPresent()) {
            problems.add(since.lineOf("window"), "windows are stretches of time; 'format' says how a time is written");
        }
        if (since.find("window").isPresent() && since.find("start").isEmpty()) {
            problems.add(since.lineOf("window"), "windows need a 'start'");
        }
        return new Transport.Since(
                since.get("parameter").text(),
                since.find("path").map(expressions::path),
                format,
                since.find("start").map(Yaml::text),
                since.find("lookback").map(y -> Durations.parse(y.text())).orElse(Duration.ZERO),
                since.find("until").map(Yaml::text),
                since.find("window").map(y -> Durations.parse(y.text())));
    }

    private Transport.Response response(Yaml.Table response) {
        return new Transport.Response(
                response.find("status").map(expressions::path),
                response.find("ok")
                        .map(ok -> ok.list().stream().map(Yaml::text).toList())
                        .orElse(List.of()),
                response.find("refused")
                        .map(refused -> refused.list().stream().map(Yaml::text).toList())
                        .orElse(List.of()),
                response.find("total").map(expressions::path),
                response.find("counts").map(Yaml::text).filter("rest"::equals).isPresent());
    }
}
