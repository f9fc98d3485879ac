// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "source",
        description = "The sources: their state, a new folder, the contract kit, preview, pulls, halts.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SourceCommand.ListAll.class,
            SourceNewCommand.class,
            SourceCheckCommand.class,
            SourceCommand.Preview.class,
            SourceCommand.Run.class,
            SourceCommand.Reset.class,
            SourceHalt.Pause.class,
            SourceHalt.Resume.class,
            SourceHalt.Approve.class
        })
final class SourceCommand {
    /** Longer than the hub lets any request take. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** The port of the hub that a subcommand talks to. */
    static final class Hub {
        @Option(names = "--port", defaultValue = "8080", description = "port of the hub, ${DEFAULT-VALUE} unless given")
        private int port;

        JsonNode ask(String document, Map<String, Object> variables) {
            return HubClient.on(port).query(document, variables, LIMIT);
        }
    }

    static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }

    @Command(name = "list", description = "Every source with its state and counts.", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private Hub hub = new Hub();

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            JsonNode sources = hub.ask(
                            "{ sources { name state lastError streams { name state read changed unchanged rejected refused excluded } } }",
                            Map.of())
                    .path("sources");
            out(spec)
                    .printf(
                            "%-28s %-8s %8s %8s %9s %8s %7s %8s%n",
                            "stream", "state", "read", "changed", "unchanged", "rejected", "refused", "excluded");
            for (JsonNode source : sources) {
                for (JsonNode stream : source.path("streams")) {
                    out(spec)
                            .printf(
                                    "%-28s %-8s %8d %8d %9d %8d %7d %8d%n",
                                    source.path("name").asString() + "/"
                                            + stream.path("name").asString(),
                                    stream.path("state").asString(),
                                    stream.path("read").asLong(),
                                    stream.path("changed").asLong(),
                                    stream.path("unchanged").asLong(),
                                    stream.path("rejected").asLong(),
                                    stream.path("refused").asLong(),
                                    stream.path("excluded").asLong());
                }
                if (source.path("lastError").isString()) {
                    out(spec)
                            .println("  last error: " + source.path("lastError").asString());
                }
            }
            out(spec).flush();
            return 0;
        }
    }

    @Command(
            name = "preview",
            description = "What a pull would change now, without changing it.",
            mixinStandardHelpOptions = true)
    static final class Preview implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "name of the source")
        private String name = "";

        @Option(names = "--limit", defaultValue = "20", description = "lines to show, ${DEFAULT-VALUE} unless given")
        private int limit;

        @Mixin
        private Hub hub = new Hub();

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            JsonNode preview = hub.ask(
                            "query($n: String!, $l: Int!) { previewSource(name: $n, limit: $l) {"
                                    + " complete added changed unchanged removed linked rejected refused stale conflicts sweepHeld lines } }",
                            Map.of("n", name, "l", limit))
                    .path("previewSource");
            for (JsonNode line : preview.path("lines")) {
                out(spec).println(line.asString());
            }
            out(spec)
                    .printf(
                            "%d added, %d changed, %d unchanged, %d removed, %d linked, %d rejected, %d refused, %d stale,"
                                    + " %d in conflict; nothing was written%n",
                            preview.path("added").asLong(),
                            preview.path("changed").asLong(),
                            preview.path("unchanged").asLong(),
                            preview.path("removed").asLong(),
                            preview.path("linked").asLong(),
                            preview.path("rejected").asLong(),
                            preview.path("refused").asLong(),
                            preview.path("stale").asLong(),
                            preview.path("conflicts").asLong());
            if (preview.path("sweepHeld").asBoolean()) {
                out(spec).println("the removals are too many to be believed; they would wait for approveSweep");
            }
            if (!preview.path("complete").asBoolean()) {
                out(spec).println("not everything was read; there may be more");
            }
            out(spec).flush();
            return 0;
        }
    }

    @Command(name = "run", description = "Pulls a source now.", mixinStandardHelpOptions = true)
    static final class Run extends Pull {
        @Override
        public Integer call() throws InterruptedException {
            return pull("runSource");
        }
    }

    @Command(name = "reset", description = "Pulls a source anew from the start.", mixinStandardHelpOptions = true)
    static final class Reset extends Pull {
        @Override
        public Integer call() throws InterruptedException {
            return pull("resetSource");
        }
    }

    /** A pull, waited for; a long one shows how far it is. */
    abstract static class Pull extends NamedSource {
        private static final String FIELDS = "state lastError pulling counts { read }";

        int pull(String mutation) throws InterruptedException {
            JsonNode source = change(mutation, FIELDS);
            String told = "";
            while (source.path("pulling").asBoolean()
                    || source.path("state").asString().equals("RUNNING")) {
                String line =
                        name() + ": under way, " + source.at("/counts/read").asLong() + " items read since the start";
                if (!line.equals(told)) {
                    say(line);
                }
                told = line;
                Thread.sleep(BETWEEN_LOOKS);
                source = find(FIELDS);
            }
            if (source.path("lastError").isString()) {
                throw new CommandException("the pull of '" + name() + "' failed: "
                        + source.path("lastError").asString());
            }
            return tell(source);
        }
    }
}
