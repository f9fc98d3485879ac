// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "search",
        description = "The search index.",
        mixinStandardHelpOptions = true,
        subcommands = SearchCommand.Rebuild.class)
final class SearchCommand {

    @Command(
            name = "rebuild",
            description = "Rebuilds the index from the graph beside the old one and swaps.",
            mixinStandardHelpOptions = true)
    static final class Rebuild implements Callable<Integer> {
        private static final Duration POLL = Duration.ofMillis(500);

        @Option(names = "--port", defaultValue = "8080", description = "port of the hub, ${DEFAULT-VALUE} unless given")
        private int port;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() throws InterruptedException {
            HubClient hub = HubClient.on(port);
            hub.query("mutation { rebuildSearch { state } }", Map.of(), Duration.ofSeconds(30));
            while (true) {
                JsonNode rebuild = hub.query(
                                "{ searchRebuild { state done total problem } }", Map.of(), Duration.ofSeconds(30))
                        .path("searchRebuild");
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s %s of %s records%n",
                                rebuild.path("state").asString(), rebuild.path("done"), rebuild.path("total"));
                spec.commandLine().getOut().flush();
                switch (rebuild.path("state").asString()) {
                    case "DONE" -> {
                        return 0;
                    }
                    case "FAILED" ->
                        throw new CommandException("the rebuild failed and the old index still answers: "
                                + rebuild.path("problem").asString(""));
                    default -> Thread.sleep(POLL);
                }
            }
        }
    }
}
