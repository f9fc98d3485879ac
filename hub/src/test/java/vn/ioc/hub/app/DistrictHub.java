// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The built program with its stores and the whole stand-in district, on an empty data folder: started by the first test
 * that asks, shared by all that follow, stopped by a test that needs a hub of its own, or with the JVM. Tests leave its sources and records as they found them.
 */
final class DistrictHub {
    /** What a slow machine may take until the first pull of every source is done. */
    private static final Duration ARRIVAL = Duration.ofMinutes(6);

    private static final Path WORK = Path.of("target", "district-hub").toAbsolutePath();
    private static final String STREAMS = "{ sources { streams { state } } }";
    /** Pulled well, off by its manifest, or waiting for what is pushed. */
    private static final List<String> DONE = List.of("OK", "OFF", "WAITING");

    private static @Nullable RunningHub hub;

    private DistrictHub() {}

    /** The hub when it is ready; what it pulls may still be under way. */
    static synchronized RunningHub ready() throws IOException, InterruptedException {
        RunningHub running = hub;
        if (running == null) {
            RunningHub.delete(WORK);
            running = new RunningHub(WORK.resolve("data"), Map.of("HUB_PROFILE_READS", "true"));
            Runtime.getRuntime().addShutdownHook(new Thread(DistrictHub::stop, "stop the district's hub"));
            hub = running;
        }
        return running;
    }

    /** The hub when every source has been pulled once and all of it is in the index. */
    static RunningHub filled() throws IOException, InterruptedException {
        RunningHub running = ready();
        running.await(running.token("integrator"), STREAMS, DistrictHub::pulled, ARRIVAL);
        String metrics = "http://localhost:" + running.managementPort() + "/actuator/prometheus";
        long end = System.nanoTime() + ARRIVAL.toNanos();
        while (running.get(metrics).body().lines().noneMatch(l -> l.matches("hub_index_lag(\\{.*})? 0\\.0"))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the index did not catch up within " + ARRIVAL);
            }
            Thread.sleep(250);
        }
        return running;
    }

    private static boolean pulled(JsonNode answer) {
        JsonNode sources = answer.at("/data/sources");
        return !sources.isEmpty()
                && sources.valueStream()
                        .flatMap(source -> source.at("/streams").valueStream())
                        .allMatch(stream -> DONE.contains(stream.at("/state").asString()));
    }

    /** Stops it if it runs: two hubs at once are more than a small machine carries. */
    static synchronized void stop() {
        RunningHub running = hub;
        hub = null;
        if (running != null) {
            try {
                running.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
