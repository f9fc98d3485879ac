// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ioc.simulator.wire.SourceSystem;

/** Hands systems over as files: {@code DIR/<system>/<name>}, each moved into place whole. */
public final class Folder implements Runnable {
    private final Path root;
    private final List<SourceSystem> systems;
    private final Map<Path, Integer> written = new LinkedHashMap<>();

    public Folder(Path root, List<SourceSystem> systems) {
        this.root = root;
        this.systems = systems;
    }

    /** Writes what is new or other than before, and removes what is there no more. */
    @Override
    public synchronized void run() {
        Map<Path, byte[]> wanted = new LinkedHashMap<>();
        for (SourceSystem system : systems) {
            system.files()
                    .forEach((name, bytes) ->
                            wanted.put(root.resolve(system.name()).resolve(name), bytes));
        }
        try {
            for (Path old : List.copyOf(written.keySet())) {
                if (!wanted.containsKey(old)) {
                    Files.deleteIfExists(old);
                    written.remove(old);
                }
            }
            for (Map.Entry<Path, byte[]> file : wanted.entrySet()) {
                write(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the folder " + root, e);
        }
    }

    private void write(Path file, byte[] bytes) throws IOException {
        int hash = Arrays.hashCode(bytes);
        if (Integer.valueOf(hash).equals(written.put(file, hash))) {
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        Path half = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(half, bytes);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
