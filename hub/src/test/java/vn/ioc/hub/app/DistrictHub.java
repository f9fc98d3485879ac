// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The hub with all its sources, running once for all tests of a build: started by the first that asks, stopped with the
 * test JVM. Tests share its data; one that kills it or changes records starts a hub of its own.
 */
final class DistrictHub {
    private static final Path WORK = Path.of("target", "district-hub").toAbsolutePath();
    private static final Duration ARRIVAL = Duration.ofMinutes(5);
    private static final String SOURCES = "{ sources { name state streams { name state lastSuccess } } }";
    /** Streams that are sent to the hub: nothing arrives by itself. */
    private static final List<String> PUSHED = List.of("notifications");

    private static RunningHub shared;
    private static boolean arrived;

    private DistrictHub() {}

    /** Ready; sources may still be at their first pull. */
    static synchronized RunningHub shared() throws IOException, InterruptedException {
        if (shared == null) {
            RunningHub.delete(WORK);
            RunningHub hub = new RunningHub(WORK.resolve("data"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    hub.close();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }));
            shared = hub;
        }
        return shared;
    }

    /** Every source that is on has been pulled, and the index has followed. */
    static synchronized RunningHub whenAllArrived() throws IOException, InterruptedException {
        RunningHub hub = shared();
        if (!arrived) {
            hub.await(hub.token("integrator"), SOURCES, DistrictHub::pulled, ARRIVAL);
            awaitIndex(hub);
            arrived = true;
        }
        return hub;
    }

    private static boolean pulled(JsonNode answer) {
        List<JsonNode> streams = answer.at("/data/sources")
                .valueStream()
                .filter(source -> !source.at("/state").asString().equals("OFF"))
                .flatMap(source -> source.at("/streams").valueStream())
                .filter(stream -> !PUSHED.contains(stream.at("/name").asString()))
                .toList();
        return !streams.isEmpty()
                && streams.stream()
                        .noneMatch(stream -> stream.at("/lastSuccess").isNull());
    }

    /** The indexer's own word that nothing waits for it. */
    private static void awaitIndex(RunningHub hub) throws IOException, InterruptedException {
        String metrics = "http://127.0.0.1:" + hub.managementPort() + "/actuator/prometheus";
        long end = System.nanoTime() + ARRIVAL.toNanos();
        while (!hub.get(metrics).body().lines().toList().contains("hub_index_lag 0.0")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the index did not follow within " + ARRIVAL);
            }
            Thread.sleep(500);
        }
    }
}
