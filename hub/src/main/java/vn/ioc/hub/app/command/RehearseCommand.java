// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * A first run on a folder of its own, after which the JVMs of stores and hub write their AOT caches, each beside its
 * libraries. This command is the hub that is rehearsed: its own JVM has to be started with {@code -XX:AOTCacheOutput}, as
 * {@code ./ioc rehearse} does.
 */
@Command(
        name = "rehearse",
        description =
                "Runs stores and hub once on a temporary folder, so that later starts find their classes prepared.",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);
    /** Sources whose files lie in the repository; their pages go the way of all others. */
    private static final Set<String> AWAITED = Set.of("areas", "registry");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.find();
        int port = Ports.freePair();
        Path folder = home.path().resolve("hub/target/rehearsal");
        try (Machine machine =
                new Machine(home, DataFolder.prepare(folder, true).path(), port, line -> Ioc.say(out, line))) {
            machine.rehearseStores();
            machine.startHub(List.of(), TODAY);
            Ioc.say(out, "waiting for first records");
            HubClient hub = HubClient.on(port);
            awaitRecords(hub);
            hub.query(
                    "{ search(query: \"đất rừng\", facets: [SECTOR]) { totalCount edges { highlights { field } node { __typename } } } }",
                    Map.of(),
                    ANSWER);
            Ioc.say(out, "stopping; stores and hub write their AOT caches");
        }
        DataFolder.forget(folder);
        return 0;
    }

    private static void awaitRecords(HubClient hub) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!hub.query("{ sources { name streams { state } } }", Map.of(), ANSWER)
                .path("sources")
                .valueStream()
                .filter(source -> AWAITED.contains(source.path("name").asString()))
                .allMatch(RehearseCommand::isPulled)) {
            if (System.nanoTime() > end) {
                throw new CommandException("the first records did not arrive within " + LIMIT.toMinutes() + " minutes");
            }
            Thread.sleep(POLL);
        }
    }

    private static boolean isPulled(JsonNode source) {
        return source.path("streams")
                .valueStream()
                .allMatch(stream -> stream.path("state").asString().equals("OK"));
    }
}
