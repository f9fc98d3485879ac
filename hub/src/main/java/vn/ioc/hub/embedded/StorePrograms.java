// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ioc.hub.embedded.EmbeddedException.Reason;

/** How the two stores are started: class paths, memory, flags. */
final class StorePrograms {
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    /** A JVM writes its AOT cache while it stops. */
    private static final Duration REHEARSAL_STOP_WITHIN = Duration.ofMinutes(3);

    /**
     * The optimizing compiler waits for what runs six times as often as is usual: it took a third of two cores while the
     * first records arrived, most of it for code that is not needed again.
     */
    private static final List<String> LATE_OPTIMIZATION = List.of(
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=4000",
            "-XX:Tier4CompileThreshold=90000",
            "-XX:Tier4BackEdgeThreshold=240000");

    private static final String PASSWORD = "IOC_STORE_PASSWORD";
    private static final long PAGE_CACHE_BYTES = 128L * 1024 * 1024;

    private final Path home;
    private final DataFolder data;
    private final boolean rehearsal;

    /** @param home the folder that holds {@code hub/embedded/*}{@code /target/distribution} */
    StorePrograms(Path home, DataFolder data) {
        this(home, data, false);
    }

    private StorePrograms(Path home, DataFolder data, boolean rehearsal) {
        this.home = home.toAbsolutePath().normalize();
        this.data = data;
        this.rehearsal = rehearsal;
    }

    /** Programs that write their AOT caches when they stop. */
    static StorePrograms rehearsing(Path home, DataFolder data) {
        return new StorePrograms(home, data, true);
    }

    ChildProgram neo4j(int port, String password) {
        Path folder = data.folder("neo4j");
        return new ChildProgram(
                "neo4j",
                flags(
                        "neo4j",
                        "-Xms256m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dio.netty.tryReflectionSetAccessible=true"),
                List.of(distribution("neo4j").resolve("lib") + "/*"),
                "vn.ioc.hub.embedded.neo4j.Neo4jServer",
                List.of(folder.toString(), Integer.toString(port), Long.toString(PAGE_CACHE_BYTES)),
                Map.of(PASSWORD, password),
                folder,
                data.folder("logs").resolve("neo4j.log"),
                Optional.of(folder.resolve("data/databases/store_lock")),
                READY_WITHIN,
                stopWithin());
    }

    ChildProgram elasticsearch(int port, String password) {
        Path folder = data.folder("elasticsearch");
        Path distribution = distribution("elasticsearch");
        return new ChildProgram(
                "elasticsearch",
                flags(
                        "elasticsearch",
                        "-Xms256m",
                        "-Xmx512m",
                        "-XX:MaxDirectMemorySize=256m",
                        "-XX:+UseSerialGC",
                        // What the rehearsal knows to be hot is optimized after 2^16 calls; 2^11 are usual.
                        // Neo4j cannot wait so long: it works most while the first records arrive.
                        "-XX:Tier2InvokeNotifyFreqLog=16",
                        "-XX:Tier2BackedgeNotifyFreqLog=19",
                        "-Dlog4j2.disable.jmx=true",
                        "-Dlog4j.shutdownHookEnabled=false",
                        "-Dio.netty.noUnsafe=true",
                        "-Dio.netty.noKeySetOptimization=true",
                        "-Dio.netty.recycler.maxCapacityPerThread=0"),
                List.of(distribution.resolve("lib") + "/*"),
                "vn.ioc.hub.embedded.elasticsearch.ElasticsearchServer",
                List.of(
                        folder.toString(),
                        Integer.toString(port),
                        distribution.resolve("modules").toString()),
                Map.of(PASSWORD, password),
                folder,
                data.folder("logs").resolve("elasticsearch.log"),
                Optional.of(folder.resolve("data/node.lock")),
                READY_WITHIN,
                stopWithin());
    }

    /** Own flags and those of every program: nothing of it outside the data folder, and a clean death for want of memory. */
    private List<String> flags(String name, String... own) {
        List<String> flags = new ArrayList<>(Arrays.asList(own));
        flags.add("--enable-native-access=ALL-UNNAMED");
        flags.add("-XX:+ExitOnOutOfMemoryError");
        flags.add("-XX:-UsePerfData");
        flags.add("-XX:ErrorFile=" + data.folder("logs").resolve(name + "-crash.log"));
        flags.add("-Djava.io.tmpdir=" + data.folder("tmp"));
        flags.add("-Djava.awt.headless=true");
        flags.addAll(LATE_OPTIMIZATION);
        flags.addAll(ownLevel());
        flags.add("-Dstdout.encoding=UTF-8");
        flags.add("-Dstderr.encoding=UTF-8");
        flags.addAll(aotCache(name));
        return flags;
    }

    /** Who runs without the optimizing compiler, since he lives for minutes only, wants his stores to do the same. */
    private static List<String> ownLevel() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel="))
                .toList();
    }

    /**
     * Reading and linking classes is half of a store's start. A cache that fits neither the JVM nor the class path is
     * passed over by the JVM without a word.
     */
    private List<String> aotCache(String name) {
        Path cache = distribution(name).resolve(name + ".aot");
        if (rehearsal) {
            return List.of("-XX:AOTCacheOutput=" + cache);
        }
        return Files.isRegularFile(cache) ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off") : List.of();
    }

    private Duration stopWithin() {
        return rehearsal ? REHEARSAL_STOP_WITHIN : STOP_WITHIN;
    }

    private Path distribution(String name) {
        Path folder = home.resolve("hub/embedded").resolve(name).resolve("target/distribution");
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new EmbeddedException(Reason.NOT_BUILT, "the embedded " + name + " has not been built: no " + folder);
        }
        return folder;
    }
}
