// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the bytes of a word in every file of a folder: stores, logs, temporary files. */
final class Traces {
    private Traces() {}

    static List<Path> of(String word, Path folder) throws IOException {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = word.getBytes(StandardCharsets.UTF_16LE);
        byte[] lower = word.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (contains(bytes, utf8) || contains(bytes, utf16) || contains(bytes, lower)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static boolean contains(byte[] bytes, byte[] word) {
        outer:
        for (int i = 0; i <= bytes.length - word.length; i++) {
            for (int j = 0; j < word.length; j++) {
                if (bytes[i + j] != word[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
