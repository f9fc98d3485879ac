// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ioc.hub.app.HubApplication;
import vn.ioc.hub.app.KeyFiles;
import vn.ioc.hub.app.LateParameters;
import vn.ioc.hub.app.StoreStart;
import vn.ioc.hub.app.security.DemoUsers;
import vn.ioc.hub.embedded.ChildProcess;
import vn.ioc.hub.embedded.ChildProgram;
import vn.ioc.hub.embedded.EmbeddedStores;

/** Everything that {@code up} starts on one machine; closing stops it in the reverse order, once. */
final class Machine implements AutoCloseable {
    private static final Duration DISTRICT_READY = Duration.ofSeconds(120);
    private static final Duration DISTRICT_STOPPED = Duration.ofSeconds(20);
    private final Home home;
    private final Path data;
    private final int port;
    private final Consumer<String> progress;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private @Nullable EmbeddedStores stores;
    private @Nullable CompletableFuture<ChildProcess> district;
    private CompletableFuture<Map<String, String>> districtParameters = CompletableFuture.completedFuture(Map.of());
    private @Nullable ConfigurableApplicationContext hub;
    private boolean closed;

    Machine(Home home, Path data, int port, Consumer<String> progress) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.progress = progress;
    }

    /** Begins to start the stores; the hub waits for them when it needs them. */
    synchronized void startStores() {
        requireOpen();
        use(EmbeddedStores.begin(home.path(), data, progress));
    }

    /** The same, and the stores write their AOT caches at the end. */
    synchronized void rehearseStores() {
        requireOpen();
        use(EmbeddedStores.rehearse(home.path(), data, progress));
    }

    private void use(EmbeddedStores stores) {
        this.stores = stores;
        properties.put("spring.neo4j.uri", stores.neo4j().uri());
        properties.put("spring.neo4j.authentication.username", stores.neo4j().user());
        properties.put("spring.neo4j.authentication.password", stores.neo4j().password());
        properties.put("spring.elasticsearch.uris", stores.elasticsearch().uri());
        properties.put("spring.elasticsearch.username", stores.elasticsearch().user());
        properties.put("spring.elasticsearch.password", stores.elasticsearch().password());
    }

    /** Begins to start the district; the hub waits for it when it needs the addresses of its systems. */
    synchronized void startDistrict(long seed, int scale, int life, LocalDate today) throws IOException {
        requireOpen();
        Path folder = Files.createDirectories(data.resolve("district"));
        Path files = Files.createDirectories(folder.resolve("files"));
        KeyFiles keys = keys();
        String token = HexFormat.of().formatHex(keys.key("district-token"));
        ChildProgram program = new ChildProgram(
                "district",
                List.of(
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8"),
                List.of(home.districtLibraries() + "/*"),
                "vn.ioc.simulator.Simulator",
                List.of(
                        "--stop-with-stdin",
                        "--database-port=0",
                        "--folder=" + files.toAbsolutePath(),
                        "--seed=" + seed,
                        "--scale=" + scale,
                        "--life=" + life,
                        "--today=" + today),
                Map.of("IOC_SIMULATOR_TOKEN", token),
                folder,
                Files.createDirectories(data.resolve("logs")).resolve("district.log"),
                Optional.empty(),
                DISTRICT_READY,
                DISTRICT_STOPPED);
        CompletableFuture<ChildProcess> starting = CompletableFuture.supplyAsync(
                () -> ChildProcess.start(program, progress),
                task -> Thread.ofPlatform().daemon().name("district-start").start(task));
        district = starting;
        districtParameters = starting.thenApply(started -> {
            DistrictSystems systems = DistrictSystems.of(started.address(), files, token);
            progress.accept("district: " + systems.address());
            progress.accept("district control: " + systems.control());
            return systems.parameters();
        });
    }

    synchronized void startHub(List<Path> sources, LocalDate today) throws IOException {
        requireOpen();
        progress.accept("starting the hub");
        KeyFiles keys = keys();
        String address = "http://localhost:" + port;
        properties.put("server.port", port);
        properties.put("server.address", "127.0.0.1");
        properties.put("management.server.port", port + 1);
        properties.put("hub.keys", keys.folder().toString());
        properties.put("hub.issuer.url", address);
        properties.put("hub.built-in-sources", home.sources().toString());
        properties.put(
                "hub.sources",
                sources.stream().map(Path::toAbsolutePath).map(Path::toString).toList());
        properties.put("hub.today", today.toString());
        properties.put("logging.file.name", data.resolve("logs/hub.log").toString());
        hub = new SpringApplicationBuilder(HubApplication.class)
                .profiles("embedded")
                .registerShutdownHook(false)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("storeStart", storeStart());
                    context.getBeanFactory().registerSingleton("lateParameters", lateParameters());
                })
                .run(arguments());
        progress.accept("sign in at " + address + " as leader (or another demo user) with the password "
                + DemoUsers.password(keys.key("issuer-password")));
        new HubState(address, HexFormat.of().formatHex(keys.key("issuer-clients"))).write(port);
    }

    private StoreStart storeStart() {
        EmbeddedStores started = stores;
        return started == null ? () -> {} : started::awaitReady;
    }

    private LateParameters lateParameters() {
        CompletableFuture<Map<String, String>> parameters = districtParameters;
        return name -> Optional.ofNullable(parameters.join().get(name));
    }

    /** Command-line properties, which outrank the environment: an inherited variable must not redirect the embedded hub. */
    private String[] arguments() {
        List<String> arguments = new ArrayList<>();
        properties.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    arguments.add("--" + name + "[" + i + "]=" + list.get(i));
                }
            } else {
                arguments.add("--" + name + "=" + value);
            }
        });
        return arguments.toArray(String[]::new);
    }

    private KeyFiles keys() {
        return new KeyFiles(data.resolve("secrets"), true);
    }

    private void requireOpen() {
        if (closed) {
            throw new CommandException("stopped while starting");
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            HubState.remove(port);
        } catch (IOException e) {
            progress.accept("the state file could not be removed: " + HubState.file(port));
        }
        if (hub != null) {
            SpringApplication.exit(hub);
        }
        if (district != null) {
            stop(district);
        }
        if (stores != null) {
            stores.close();
        }
        progress.accept("stopped");
    }

    /** What did not start has nothing to stop: the hub, which waited for it, has said so. */
    private static void stop(CompletableFuture<ChildProcess> child) {
        child.handle((started, failure) -> Optional.ofNullable(started)).join().ifPresent(ChildProcess::close);
    }
}
