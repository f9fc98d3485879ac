// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What holds a source back and lets it go on. */
final class SourceHalt {
    private SourceHalt() {}

    @Command(
            name = "pause",
            description = "Pulls a source no more, in any process, until it is resumed.",
            mixinStandardHelpOptions = true)
    static final class Pause extends NamedSource {
        @Override
        public Integer call() {
            return tell(change("pauseSource", "state"));
        }
    }

    @Command(
            name = "resume",
            description = "Lets a source go on that was paused, or that stopped because its data drifted.",
            mixinStandardHelpOptions = true)
    static final class Resume extends NamedSource {
        @Override
        public Integer call() {
            return tell(change("resumeSource", "state"));
        }
    }

    /** Names the number that was seen: when another listing came meanwhile, the hub refuses. */
    @Command(
            name = "approve",
            description =
                    "Shows what a complete list no longer holds and is too much to be believed; with --missing deletes it.",
            mixinStandardHelpOptions = true)
    static final class Approve extends NamedSource {
        @Option(names = "--stream", paramLabel = "STREAM", description = "the stream; needed when several wait")
        private @Nullable String stream;

        @Option(
                names = "--missing",
                paramLabel = "N",
                description = "how many records may be deleted: the number shown")
        private @Nullable Integer missing;

        @Override
        public Integer call() {
            List<JsonNode> waiting = waiting();
            if (waiting.isEmpty()) {
                say(name() + ": nothing waits to be approved");
                return 0;
            }
            Integer number = missing;
            if (number == null || waiting.size() > 1) {
                waiting.forEach(s -> say(line(s)));
                return number == null ? 0 : 1;
            }
            String chosen = waiting.getFirst().path("name").asString();
            ask(
                    "mutation($n: String!, $s: String!, $m: Int!) { approveSweep(name: $n, stream: $s, missing: $m) { state } }",
                    Map.of("n", name(), "s", chosen, "m", number));
            say(name() + "/" + chosen + ": " + number + " records are deleted");
            return 0;
        }

        private List<JsonNode> waiting() {
            Stream<JsonNode> held = find("streams { name sweep { missing known since } }")
                    .path("streams")
                    .valueStream()
                    .filter(s -> s.path("sweep").isObject());
            return held.filter(s -> stream == null || s.path("name").asString().equals(stream))
                    .toList();
        }

        private String line(JsonNode held) {
            JsonNode sweep = held.path("sweep");
            return "%1$s/%2$s: %3$d of %4$d records are in the list no more since %5$s; delete them by: ioc source approve %1$s --stream %2$s --missing %3$d"
                    .formatted(
                            name(),
                            held.path("name").asString(),
                            sweep.path("missing").asLong(),
                            sweep.path("known").asLong(),
                            sweep.path("since").asString());
        }
    }
}
