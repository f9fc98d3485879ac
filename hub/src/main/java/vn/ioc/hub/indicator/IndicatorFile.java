// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A YAML file of one indicator: its name, as errors show it, and its text. */
public record IndicatorFile(String name, String text) {
    private static final List<String> BUILT_IN = List.of(
            "on-time",
            "full-online",
            "petitions-by-state",
            "days-to-answer",
            "signed-electronic",
            "overdue-documents",
            "sentiment");

    /** The indicators that ship with the hub. */
    public static List<IndicatorFile> builtIn() {
        return BUILT_IN.stream().map(IndicatorFile::resource).toList();
    }

    /** The {@code *.yaml} of a folder, by name, or one file. */
    public static List<IndicatorFile> in(Path path) {
        try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .map(IndicatorFile::read)
                    .toList();
        } catch (IOException e) {
            throw unreadable(path.toString());
        }
    }

    private static IndicatorFile read(Path file) {
        try {
            return new IndicatorFile(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw unreadable(file.toString());
        }
    }

    private static IndicatorException unreadable(String name) {
        return new IndicatorException(
                IndicatorException.Reason.BAD_FILE, List.of(name + ":1: cannot be read as UTF-8 text"));
    }

    private static IndicatorFile resource(String indicator) {
        String name = "indicators/" + indicator + ".yaml";
        try (InputStream in = IndicatorFile.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw unreadable(name);
            }
            return new IndicatorFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
