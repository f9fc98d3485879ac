// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ioc.hub.app.security.DemoUsers;

@Command(
        name = "token",
        description = "Prints an access token for a demo user of the embedded issuer.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "USER",
            description = "leader, officer, health-officer, integrator, auditor, public or push")
    private String user = "";

    @Option(names = "--area", paramLabel = "CODE", description = "officer only: the area code, 20900 unless given")
    private @Nullable String area;

    @Option(names = "--source", paramLabel = "NAME", description = "push only: the source whose documents are sent")
    private @Nullable String source;

    @Option(names = "--port", defaultValue = "8080", description = "port of the hub, ${DEFAULT-VALUE} unless given")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (user.equals(DemoUsers.PUSH)) {
            if (source == null || !source.matches("[a-z0-9-]{1,40}")) {
                throw new CommandException("push takes --source, the name of a source, e.g. --source cameras");
            }
            return print(HubClient.on(port).pushToken(source));
        }
        if (source != null) {
            throw new CommandException("--source goes with the user push only");
        }
        if (!DemoUsers.NAMES.contains(user)) {
            throw new CommandException("no demo user '" + user + "'; there are " + String.join(", ", DemoUsers.NAMES));
        }
        if (area != null && !user.equals("officer")) {
            throw new CommandException("--area goes with the user officer only");
        }
        if (area != null && !area.matches("[0-9]{1,5}")) {
            throw new CommandException("--area takes an area code of one to five digits, e.g. 20926");
        }
        return print(HubClient.on(port).token(user, Optional.ofNullable(area)));
    }

    private int print(String token) {
        spec.commandLine().getOut().println(token);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
