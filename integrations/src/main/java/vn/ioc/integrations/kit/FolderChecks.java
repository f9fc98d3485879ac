// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.tree.DecodeException;

/** What a source's folder as a whole must show. */
final class FolderChecks {
    private static final int SHORTEST_TELLING = 12;
    private static final int LARGEST_TEXT = 4 * 1024 * 1024;
    private static final List<Pattern> CREDENTIALS = List.of(
            Pattern.compile(
                    "(?i)(?:password|passwd|mật khẩu|api[_-]?key|secret|access[_-]?token)[\"']?\\s*[:=]\\s*[\"']?"
                            + "[A-Za-z0-9+/_.-]{8,}"),
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\."),
            Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s:@\"'{}$]+:[^/\\s@\"'{}$]+@"));

    private final SourceManifest source;
    private final CodeLists codes;

    FolderChecks(SourceManifest source, CodeLists codes) {
        this.source = source;
        this.codes = codes;
    }

    List<Check> checks() {
        return List.of(
                new Check(source.name() + ": tables name their origin", this::origins),
                new Check(source.name() + ": no credential lies in the folder", this::credentials),
                new Check(source.name() + ": nothing of a refused sample is in expected/", this::refused));
    }

    private List<String> origins() {
        List<String> problems = new ArrayList<>();
        for (Path file : files(source.folder())) {
            boolean table = file.toString().endsWith(".csv")
                    && !file.startsWith(source.folder().resolve("samples"));
            if (table && !text(file).replace("\uFEFF", "").startsWith("# origin")) {
                problems.add(source.folder().relativize(file) + " does not begin with '# origin: …'");
            }
        }
        return problems;
    }

    private List<String> credentials() {
        List<String> problems = new ArrayList<>();
        for (Path file : files(source.folder())) {
            String text = text(file);
            if (CREDENTIALS.stream().anyMatch(c -> c.matcher(text).find())) {
                problems.add(source.folder().relativize(file) + " seems to hold a credential; write ${NAME} instead");
            }
        }
        return problems;
    }

    /** Texts that only refused samples have must be nowhere in what is committed beside them. */
    private List<String> refused() {
        Set<String> secret = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        for (StreamManifest stream : source.streams()) {
            Samples samples = new Samples(source, stream, codes);
            for (Path file : samples.files()) {
                Batch batch = samples.read(Samples.bytes(file), file);
                try {
                    texts(samples.intake().decode(Samples.bytes(file)), batch.refused() > 0 ? secret : open);
                } catch (DecodeException unreadable) {
                    continue;
                }
            }
        }
        secret.removeAll(open);
        List<String> problems = new ArrayList<>();
        for (Path file : files(source.folder().resolve("expected"))) {
            String text = text(file);
            if (secret.stream().anyMatch(text::contains)) {
                problems.add(source.folder().relativize(file) + " holds a text of a sample that is refused");
            }
        }
        return problems;
    }

    private static void texts(@Nullable Object tree, Set<String> texts) {
        if (tree instanceof Map<?, ?> object) {
            object.values().forEach(value -> texts(value, texts));
        } else if (tree instanceof List<?> list) {
            list.forEach(value -> texts(value, texts));
        } else if (tree instanceof String text && text.length() >= SHORTEST_TELLING) {
            texts.add(text);
        }
    }

    private static String text(Path file) {
        try {
            return Files.size(file) > LARGEST_TEXT ? "" : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
