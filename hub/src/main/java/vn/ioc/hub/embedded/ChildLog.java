// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A program's output in a file of bounded size: at {@value #LIMIT} characters it becomes {@code <name>.1}. One writer. */
final class ChildLog implements AutoCloseable {
    private static final long LIMIT = 8L * 1024 * 1024;

    private final Path file;
    private BufferedWriter writer;
    private long written;

    private ChildLog(Path file, BufferedWriter writer, long written) {
        this.file = file;
        this.writer = writer;
        this.written = written;
    }

    static ChildLog open(Path file) throws IOException {
        return new ChildLog(file, writer(file), Files.size(file));
    }

    private static BufferedWriter writer(Path file) throws IOException {
        return Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void append(String line) throws IOException {
        if (written > LIMIT) {
            writer.close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            writer = writer(file);
            written = 0;
        }
        writer.write(line);
        writer.newLine();
        writer.flush();
        written += line.length() + 1L;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
