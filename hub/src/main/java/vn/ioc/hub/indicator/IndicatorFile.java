// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A YAML file of one indicator: its name, as errors show it, and its text. */
public record IndicatorFile(String name, String text) {
    private static final String BUILT_IN = "classpath*:/indicators/*.yaml";

    /** The indicators that ship with the hub, {@code indicators/*.yaml} on the class path, by name. */
    public static List<IndicatorFile> builtIn() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(BUILT_IN))
                    .map(IndicatorFile::read)
                    .sorted(Comparator.comparing(IndicatorFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static IndicatorFile read(Resource resource) {
        String name = "indicators/" + resource.getFilename();
        try {
            return new IndicatorFile(name, resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(name);
        }
    }
}
