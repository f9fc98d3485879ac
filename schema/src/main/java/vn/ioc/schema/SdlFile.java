// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One SDL file: its name, as errors show it, and its text. */
public record SdlFile(String name, String text) {
    private static final List<String> BUILT_IN = List.of(
            "core",
            "territory",
            "organizations",
            "documents",
            "petitions",
            "social",
            "health",
            "education",
            "fire",
            "cameras",
            "reform",
            "services",
            "people",
            "queries",
            "search",
            "sources",
            "indicators",
            "live",
            "usage");

    /** The SDL that ships with the hub, {@code schema/sdl/}. */
    public static List<SdlFile> builtIn() {
        return BUILT_IN.stream().map(SdlFile::resource).toList();
    }

    /** All {@code *.graphqls} of a folder, sorted by name; a file path gives that file alone. */
    public static List<SdlFile> in(Path folder) {
        if (Files.isRegularFile(folder)) {
            return List.of(read(folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<SdlFile> read = new ArrayList<>();
            files.filter(f -> f.getFileName().toString().endsWith(".graphqls"))
                    .sorted()
                    .forEach(f -> read.add(read(f)));
            return List.copyOf(read);
        } catch (IOException e) {
            throw new SchemaException(SchemaException.Reason.SYNTAX, folder.toString(), "cannot be read as a folder");
        }
    }

    private static SdlFile read(Path file) {
        try {
            return new SdlFile(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new SchemaException(SchemaException.Reason.SYNTAX, file.toString(), "cannot be read as UTF-8 text");
        }
    }

    private static SdlFile resource(String sector) {
        String name = "sdl/" + sector + ".graphqls";
        try (InputStream in = SdlFile.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new SchemaException(SchemaException.Reason.SYNTAX, name, "is missing from the schema module");
            }
            return new SdlFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
