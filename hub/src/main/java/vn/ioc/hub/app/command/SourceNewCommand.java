// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ioc.integrations.scaffold.Scaffold;
import vn.ioc.integrations.source.SourceCatalog;

@Command(
        name = "new",
        description =
                "Drafts a source folder from a sample: keys, fields and types are proposed, the rest says DECIDE.",
        mixinStandardHelpOptions = true)
final class SourceNewCommand implements Callable<Integer> {
    private static final int LARGEST = 10 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Parameters(paramLabel = "NAME", description = "name of the source: a-z, 0-9 and -")
    private String name = "";

    @Option(names = "--sample", paramLabel = "FILE|URL", description = "a recorded answer or file, or where to get one")
    private @Nullable String sample;

    @Option(names = "--transport", description = "http-pages or folder; told by the sample unless given")
    private @Nullable String transport;

    @Option(names = "--type", description = "type of the records, new or known; made of the name unless given")
    private @Nullable String type;

    @Option(names = "--sector", description = "sector of a new type")
    private @Nullable String sector;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "where the folder goes; integrations/sources unless given")
    private @Nullable Path directory;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path sources = Home.find().sources();
        String from = asked(sample, "Sample, a file or an address: ")
                .orElseThrow(() -> new CommandException("--sample is missing: name a file or an address"));
        Optional<URI> url = from.startsWith("http://") || from.startsWith("https://")
                ? Optional.of(URI.create(from))
                : Optional.empty();
        byte[] bytes = url.map(SourceNewCommand::fetch).orElseGet(() -> read(Path.of(from)));
        Scaffold.Options options = Scaffold.Options.of(
                name,
                asked(transport, "Transport, http-pages or folder (empty: as the sample looks): "),
                asked(type, "Type of the records (empty: made of the name): "),
                Optional.ofNullable(sector),
                url,
                Scaffold.isJson(bytes));
        Path parent = Optional.ofNullable(directory).orElse(sources);
        Scaffold.Written written = Scaffold.write(
                parent.resolve(name),
                options,
                bytes,
                SourceCatalog.load(List.of(sources), List.of()).model());
        PrintWriter out = spec.commandLine().getOut();
        written.files().forEach(file -> out.println("wrote " + file));
        written.decide().forEach(out::println);
        out.flush();
        return 0;
    }

    /** What was given; else, on a terminal, what is answered. */
    private static Optional<String> asked(@Nullable String given, String question) {
        Console console = System.console();
        if (given != null || console == null || !console.isTerminal()) {
            return Optional.ofNullable(given);
        }
        return Optional.ofNullable(console.readLine("%s", question))
                .map(String::strip)
                .filter(a -> !a.isEmpty());
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new CommandException("the sample is larger than 10 MiB; a few dozen items are enough");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandException("the sample " + file + " cannot be read");
        }
    }

    private static byte[] fetch(URI url) {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
                InputStream body = http.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new CommandException("the answer is larger than 10 MiB; ask for a page of a few dozen items");
            }
            return bytes;
        } catch (IOException e) {
            throw new CommandException("the address of the sample does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        }
    }
}
