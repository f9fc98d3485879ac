// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** A command on one source of a running hub. */
abstract class NamedSource implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "name of the source")
    private String name = "";

    @Mixin
    private SourceCommand.Hub hub = new SourceCommand.Hub();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    String name() {
        return name;
    }

    JsonNode ask(String document, Map<String, Object> variables) {
        return hub.ask(document, variables);
    }

    /** @return these fields of the source after a mutation that takes its name only */
    JsonNode change(String mutation, String fields) {
        return ask("mutation($n: String!) { " + mutation + "(name: $n) { " + fields + " } }", Map.of("n", name))
                .path(mutation);
    }

    /** @return these fields of the source */
    JsonNode find(String fields) {
        return ask("{ sources { name " + fields + " } }", Map.of())
                .path("sources")
                .valueStream()
                .filter(s -> s.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException("there is no source '" + name + "'"));
    }

    /** Prints the state of the source. */
    int tell(JsonNode source) {
        say(name + ": " + source.path("state").asString());
        return 0;
    }

    void say(String line) {
        PrintWriter out = SourceCommand.out(spec);
        out.println(line);
        out.flush();
    }
}
