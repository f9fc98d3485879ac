// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.ioc.simulator.district.Setting;

/** Starts the stand-in district and stays until it is stopped. */
@Command(name = "simulator", description = "The stand-in district: every system's wire format, deterministic by seed.")
public final class Simulator implements Callable<Integer> {
    @Option(names = "--address", description = "address to listen on", defaultValue = "127.0.0.1")
    private String address = "127.0.0.1";

    @Option(names = "--port", description = "port of the systems; 0 takes any", defaultValue = "0")
    private int port;

    @Option(names = "--control-port", description = "port of the control address; 0 takes any", defaultValue = "0")
    private int controlPort;

    @Option(names = "--database-port", description = "start the databases on this port; 0 takes any")
    private @Nullable Integer databasePort;

    @Option(names = "--seed", description = "equal seeds make equal districts", defaultValue = "7")
    private long seed;

    @Option(names = "--today", description = "last day of the records", defaultValue = "2026-06-30")
    private LocalDate today = LocalDate.of(2026, 6, 30);

    @Option(names = "--scale", description = "how many times the district of the article", defaultValue = "1")
    private int scale;

    @Option(names = "--life", description = "changes a minute", defaultValue = "0")
    private int life;

    @Option(
            names = "--token",
            description = "token of the petitions",
            defaultValue = "${env:IOC_SIMULATOR_TOKEN:-demo}")
    private String token = "demo";

    @Option(names = "--folder", description = "write what is handed over as files below this folder")
    private @Nullable Path folder;

    @Option(names = "--stop-with-stdin", description = "stop when standard input ends")
    private boolean stopWithStdin;

    public static void main(String[] arguments) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        CommandLine command = new CommandLine(new Simulator());
        command.setParameterExceptionHandler((e, given) -> fail(String.valueOf(e.getMessage())));
        command.setExecutionExceptionHandler((e, at, given) -> fail(String.valueOf(e.getMessage())));
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Setting setting = new Setting(seed, today, scale);
        StandIn.Ports ports = new StandIn.Ports(address, port, controlPort, databasePort);
        try (StandIn standIn = new StandIn(setting, Clock.systemUTC(), token, ports, folder)) {
            standIn.start(life);
            PrintStream out = System.out;
            String database = standIn.databaseAddress();
            out.println("ready " + standIn.address() + " control " + standIn.controlAddress()
                    + (database == null ? "" : " database " + database));
            out.flush();
            Runtime.getRuntime().addShutdownHook(new Thread(standIn::close));
            if (stopWithStdin) {
                drain(System.in);
                return 0;
            }
            Thread.currentThread().join();
            return 0;
        } catch (BindException e) {
            return fail("port " + port + " or " + controlPort + " on " + address + " cannot be had: " + e.getMessage());
        } catch (UncheckedIOException e) {
            return fail(e.getMessage() + ": " + e.getCause());
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] ignored = new byte[512];
        while (in.read(ignored) >= 0) {
            continue;
        }
    }

    private static int fail(String message) {
        System.err.println("simulator: " + message.lines().findFirst().orElse("failed"));
        return 1;
    }
}
