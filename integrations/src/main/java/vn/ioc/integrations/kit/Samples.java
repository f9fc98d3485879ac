// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.mapping.Hmac;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.tree.DecodeException;

/** The samples of one stream, read as if the source had just sent them. */
final class Samples {
    /** Fixed, so that what is expected stays the same. */
    static final Instant POLLED_AT = Instant.parse("2026-06-30T00:00:00Z");

    private static final Hmac HMAC = new Hmac(new byte[32]);

    private final StreamManifest stream;
    private final Intake intake;
    private final List<Path> files;

    Samples(SourceManifest source, StreamManifest stream, CodeLists codes) {
        this.stream = stream;
        this.intake = new Intake(stream, codes, HMAC);
        this.files = files(source.folder().resolve("samples"), stream.samples());
    }

    StreamManifest stream() {
        return stream;
    }

    Intake intake() {
        return intake;
    }

    /** By name. */
    List<Path> files() {
        return files;
    }

    Batch readAll() {
        Batch batch = new Batch();
        files.forEach(file -> intake.document(bytes(file), at(file), batch));
        return batch;
    }

    /** The same a day and a poll later. */
    Batch readLater() {
        Batch batch = new Batch();
        files.forEach(file -> {
            Intake.At at = at(file);
            intake.document(
                    bytes(file), new Intake.At(at.position(), at.polledAt().plus(1, ChronoUnit.DAYS), 2), batch);
        });
        return batch;
    }

    /** Each file as a page, and a single file as two: its first half and the rest. */
    List<Batch> pages() {
        List<Batch> pages = new ArrayList<>();
        for (Path file : files) {
            pages.addAll(files.size() == 1 && !stream.packaged() ? halves(file) : List.of(read(bytes(file), file)));
        }
        return pages;
    }

    private List<Batch> halves(Path file) {
        try {
            List<?> items = intake.items(intake.decode(bytes(file)));
            List<Batch> halves = new ArrayList<>();
            int half = items.size() / 2;
            for (List<?> part : List.of(items.subList(0, half), items.subList(half, items.size()))) {
                Batch batch = new Batch();
                part.forEach(item -> intake.item(item, at(file), batch));
                halves.add(batch);
            }
            return halves;
        } catch (DecodeException unreadable) {
            return List.of(read(bytes(file), file));
        }
    }

    Batch read(byte[] bytes, Path file) {
        Batch batch = new Batch();
        intake.document(bytes, at(file), batch);
        return batch;
    }

    static Intake.At at(Path file) {
        return new Intake.At(String.valueOf(file.getFileName()), POLLED_AT, 1);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String glob) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = new ArrayList<>();
            all.filter(f -> Files.isRegularFile(f) && matcher.matches(f.getFileName()))
                    .sorted()
                    .forEach(found::add);
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
