// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ioc.hub.app.StartupException;

@Command(
        name = "up",
        description = "Starts embedded Neo4j, Elasticsearch, the stand-in district and the hub, until interrupted.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Option(names = "--fresh", description = "forget the data")
    private boolean fresh;

    @Option(names = "--data", paramLabel = "DIR", description = "data folder, ./.ioc unless given")
    private Path data = Path.of(".ioc");

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port of the hub, ${DEFAULT-VALUE} unless given; the next one is its management port")
    private int port;

    @Option(names = "--seed", defaultValue = "515", description = "seed of the stand-in district")
    private long seed;

    @Option(names = "--scale", defaultValue = "1", description = "size of the stand-in district, 1 to 1000")
    private int scale;

    @Option(names = "--life", defaultValue = "0", description = "changes a minute in the stand-in district, 0 to 600")
    private int life;

    @Option(
            names = "--today",
            defaultValue = "2026-06-30",
            description = "the day that counts as today, ${DEFAULT-VALUE} unless given")
    private LocalDate today = LocalDate.EPOCH;

    @Option(names = "--sources", paramLabel = "DIR", description = "a further folder of source folders; repeatable")
    private List<Path> sources = new ArrayList<>();

    @Option(names = "--no-district", description = "no stand-in district: sources come from configuration only")
    private boolean noDistrict;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check();
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.find();
        Ports.requireFree(port, "--port");
        Ports.requireFree(port + 1, "--port");
        CountDownLatch stopped = new CountDownLatch(1);
        DataFolder folder = DataFolder.prepare(data.toAbsolutePath().normalize(), fresh);
        try (Machine machine = new Machine(home, folder.path(), port, line -> Ioc.say(out, line))) {
            Thread hook = new Thread(() -> stop(machine, stopped), "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            machine.startStores();
            if (!noDistrict) {
                machine.startDistrict(seed, scale, life, today);
            }
            machine.startHub(sources, today);
            Ioc.say(out, "ready: http://localhost:" + port);
            stopped.await();
        }
        return 0;
    }

    private static void stop(Machine machine, CountDownLatch stopped) {
        machine.close();
        stopped.countDown();
    }

    private void check() {
        if (scale < 1 || scale > 1000) {
            throw new CommandException("--scale takes a number from 1 to 1000");
        }
        if (life < 0 || life > 600) {
            throw new CommandException("--life takes a number from 0 to 600");
        }
        for (Path folder : sources) {
            if (!Files.isDirectory(folder)) {
                throw new StartupException(
                        StartupException.Reason.UNSAFE_CONFIGURATION, "--sources " + folder + " is not a folder");
            }
        }
    }
}
