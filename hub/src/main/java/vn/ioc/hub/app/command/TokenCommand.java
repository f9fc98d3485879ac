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
    @Parameters(paramLabel = "USER", description = "leader, officer, health-officer, integrator, auditor or public")
    private String user = "";

    @Option(names = "--area", paramLabel = "CODE", description = "officer only: the area code, 20900 unless given")
    private @Nullable String area;

    @Option(names = "--port", defaultValue = "8080", description = "port of the hub, ${DEFAULT-VALUE} unless given")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!DemoUsers.NAMES.contains(user)) {
            throw new CommandException("no demo user '" + user + "'; there are " + String.join(", ", DemoUsers.NAMES));
        }
        if (area != null && !user.equals("officer")) {
            throw new CommandException("--area goes with the user officer only");
        }
        if (area != null && !area.matches("[0-9]{1,5}")) {
            throw new CommandException("--area takes an area code of one to five digits, e.g. 20926");
        }
        spec.commandLine().getOut().println(HubClient.on(port).token(user, Optional.ofNullable(area)));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
