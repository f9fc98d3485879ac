// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.ioc.hub.app.StartupException;
import vn.ioc.hub.embedded.EmbeddedException;
import vn.ioc.integrations.codes.CodeException;
import vn.ioc.integrations.scaffold.ScaffoldException;
import vn.ioc.integrations.source.SourceException;
import vn.ioc.schema.SchemaException;

/** The hub's one program: {@code ./ioc COMMAND}. Failures are one line on standard error and exit code 1. */
@Command(
        name = "ioc",
        description = "GraphQL data-integration hub for an Intelligent Operations Center.",
        mixinStandardHelpOptions = true,
        version = "ioc 1.0.0",
        subcommands = {
            UpCommand.class,
            ServeCommand.class,
            TokenCommand.class,
            SourceCommand.class,
            SearchCommand.class,
            RehearseCommand.class
        })
public final class Ioc implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Ioc())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Ioc::misused)
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure, command.getErr()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: up, serve, token, source, search, rehearse");
    }

    /** Progress of long work, at once. */
    static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    private static int misused(ParameterException failure, String[] arguments) {
        PrintWriter err = failure.getCommandLine().getErr();
        err.println("ioc: " + failure.getMessage());
        err.println("Try 'ioc "
                + (failure.getCommandLine().getCommandName().equals("ioc")
                        ? ""
                        : failure.getCommandLine().getCommandName() + " ")
                + "--help'.");
        return 1;
    }

    private static int failed(Exception failure, PrintWriter err) {
        Throwable cause = failure;
        while (cause != null) {
            switch (cause) {
                case CommandException e -> {
                    return line(err, e);
                }
                case StartupException e -> {
                    return line(err, e);
                }
                case EmbeddedException e -> {
                    return line(err, e);
                }
                case SchemaException e -> {
                    return line(err, e);
                }
                case SourceException e -> {
                    e.problems().forEach(problem -> err.println("ioc: " + problem));
                    return 1;
                }
                case CodeException e -> {
                    return line(err, e);
                }
                case ScaffoldException e -> {
                    return line(err, e);
                }
                default -> cause = cause.getCause();
            }
        }
        err.println("ioc: stopped by a fault of the hub itself: "
                + failure.getClass().getSimpleName());
        failure.printStackTrace(err);
        return 1;
    }

    private static int line(PrintWriter err, Throwable failure) {
        err.println("ioc: " + failure.getMessage());
        return 1;
    }
}
