// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ioc.integrations.kit.Check;
import vn.ioc.integrations.kit.ContractKit;

@Command(
        name = "check",
        description = "The contract kit on one source folder; needs no running hub and no network.",
        mixinStandardHelpOptions = true)
final class SourceCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "name of the source")
    private String name = "";

    @Option(names = "--sources", paramLabel = "DIR", description = "a further folder of source folders; repeatable")
    private List<Path> sources = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Path> folders = new ArrayList<>(List.of(Home.find().sources()));
        folders.addAll(sources);
        PrintWriter out = spec.commandLine().getOut();
        List<Check.Line> lines = ContractKit.run(folders, List.of(), name);
        long failed = 0;
        for (Check.Line line : lines) {
            out.println(line);
            failed += line.kept() ? 0 : 1;
        }
        ContractKit.claims(folders, List.of(), name).forEach(line -> out.println("      " + line));
        out.printf("%s: %d checks, %d failed%n", name, lines.size(), failed);
        out.flush();
        return failed == 0 ? 0 : 1;
    }
}
