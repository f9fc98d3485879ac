// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads how a stream is queried: the {@code .sql} file lies beside {@code source.yaml}. */
final class QueryReader {
    private static final int ROWS = 1000;
    private static final int MOST_ROWS = 200_000;

    private final Path folder;
    private final ManifestProblems problems;

    QueryReader(Path folder, ManifestProblems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Transport.Sql read(Yaml.Table transport, Yaml.Table stream, Duration every, Optional<Transport.Since> since) {
        SqlText query = query(stream, since);
        if (since.isPresent() && (since.get().start().isEmpty() || query.parameters() == 0)) {
            problems.add(
                    stream.lineOf("since"),
                    "'since' needs a 'start', and a query that names :"
                            + since.get().parameter());
        }
        return new Transport.Sql(
                new Setting(transport.find("url").map(Yaml::text).orElse("")),
                credential(transport, "user"),
                credential(transport, "password"),
                query,
                stream.find("rows").map(y -> Integer.parseInt(y.text())).orElse(ROWS),
                stream.find("mostRows").map(y -> Integer.parseInt(y.text())).orElse(MOST_ROWS),
                every,
                transport.find("timeout").map(y -> Durations.parse(y.text())).orElse(TransportReader.TIMEOUT),
                since);
    }

    private Setting credential(Yaml.Table transport, String name) {
        Setting setting = new Setting(transport.find(name).map(Yaml::text).orElse(""));
        if (setting.names().isEmpty() || !setting.isReferenceOnly()) {
            problems.add(
                    transport.lineOf(name),
                    "the template sql needs '" + name + "', written as ${NAME} without a value");
        }
        return setting;
    }

    private SqlText query(Yaml.Table stream, Optional<Transport.Since> since) {
        String file = stream.find("query").map(Yaml::text).orElse("");
        if (file.isEmpty()) {
            problems.add(
                    stream.line(), "the template sql needs 'query', the name of a .sql file in the source's folder");
            return new SqlText("", 0);
        }
        try {
            return SqlText.of(
                    Files.readString(folder.resolve(file)),
                    since.map(Transport.Since::parameter).orElse("since"));
        } catch (IOException e) {
            problems.add(stream.lineOf("query"), "there is no file '" + file + "' that can be read beside source.yaml");
            return new SqlText("", 0);
        }
    }
}
