// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.tree.Limits;

/**
 * Files of a folder, by name, each read once for each content: what was read stands in the checkpoint as short hashes of name, size
 * and time. Files are never moved or deleted; one that may still be written to, and hidden or temporary ones, are left for a
 * later pull.
 */
public final class FolderPull implements Reading {
    private static final int HASH_BYTES = 6;
    private static final int MOST_FILES = 20_000;
    private static final Set<String> TEMPORARY = Set.of(".tmp", ".part", ".partial", ".crdownload", ".filepart", "~");

    private static final int MOST_RECORDS = 1000;

    private final Path folder;
    private final Intake intake;
    private final Run run;
    private final boolean listing;
    private final Set<String> done;
    private final Set<String> present = new TreeSet<>();
    private final Iterator<Path> files;
    private final int count;
    private Batch batch = new Batch();
    private int number;
    private boolean whole;

    /**
     * Lists the folder, folders below it included.
     *
     * @param listing whether all files together are the list of what there is: when one is new, changed or gone, all are read
     * @param settle age from which a file counts as written
     * @throws PullException when the folder cannot be read
     */
    public FolderPull(Path folder, String glob, boolean listing, Intake intake, Run run, Duration settle)
            throws PullException {
        this.folder = folder;
        this.intake = intake;
        this.run = run;
        this.done = new TreeSet<>(Arrays.asList(run.cursor().split(",")));
        this.listing = listing;
        List<Path> listed = list(glob, settle);
        this.count = listed.size();
        this.files = listed.iterator();
    }

    @Override
    public boolean hasNext() {
        return files.hasNext();
    }

    @Override
    public void readNext() throws PullException {
        run.stillMine();
        Path file = files.next();
        number++;
        try {
            BasicFileAttributes before = attributes(file);
            if (before.size() > Limits.DEFAULT.bytes()) {
                throw new PullException(
                        PullException.Reason.TOO_LARGE, "file " + number + " of " + count + " is larger than is read");
            }
            byte[] bytes = Files.readAllBytes(file);
            String hash = hash(file, before);
            if (!hash.equals(hash(file, attributes(file))) || bytes.length != before.size()) {
                whole = false;
                return;
            }
            intake.document(bytes, new Intake.At("file " + number + " of " + count, run.now(), run.poll()), batch);
            present.add(hash);
        } catch (IOException e) {
            throw new PullException(PullException.Reason.UNAVAILABLE, "a file could not be read", e);
        }
        if (batch.changes().size() + batch.rejections().size() >= MOST_RECORDS && hasNext()) {
            hand(false);
        }
    }

    @Override
    public void finish() throws PullException {
        hand(true);
    }

    @Override
    public void close() {}

    private void hand(boolean last) throws PullException {
        Batch read = batch;
        batch = new Batch();
        if (last) {
            run.finish(read, String.join(",", present), whole);
        } else if (listing) {
            // The place moves with the whole list only, so that a pull that breaks off is done again.
            run.take(read);
        } else {
            Set<String> soFar = known();
            soFar.addAll(present);
            run.take(read, String.join(",", soFar));
        }
    }

    private List<Path> list(String glob, Duration settle) throws PullException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        Instant settled = Instant.now().minus(settle);
        try (Stream<Path> all = Files.walk(folder, 4)) {
            List<Path> found = all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .filter(f -> matcher.matches(f.getFileName()) && !isTemporary(f))
                    .sorted()
                    .toList();
            if (found.size() > MOST_FILES) {
                throw new PullException(
                        PullException.Reason.TOO_LARGE,
                        "the folder has more than " + MOST_FILES + " files; move what was read elsewhere");
            }
            List<Path> news = found.stream().filter(f -> isNew(f, settled)).toList();
            boolean changed = !news.isEmpty() || !present.equals(known());
            if (!listing || !changed) {
                return news;
            }
            // Of a list in several files each part counts, also one that is as it was.
            whole = found.stream().allMatch(f -> isSettled(f, settled));
            present.clear();
            return found.stream().filter(f -> isSettled(f, settled)).toList();
        } catch (IOException e) {
            throw new PullException(PullException.Reason.UNCONFIGURED, "the folder is not there, or cannot be read", e);
        }
    }

    private boolean isNew(Path file, Instant settled) {
        try {
            BasicFileAttributes attributes = attributes(file);
            String hash = hash(file, attributes);
            if (done.contains(hash)) {
                present.add(hash);
                return false;
            }
            return isSettled(attributes, settled);
        } catch (IOException vanished) {
            return false;
        }
    }

    private static boolean isSettled(Path file, Instant settled) {
        try {
            return isSettled(attributes(file), settled);
        } catch (IOException vanished) {
            return false;
        }
    }

    private static boolean isSettled(BasicFileAttributes attributes, Instant settled) {
        return attributes.lastModifiedTime().toInstant().isBefore(settled) && attributes.size() > 0;
    }

    private Set<String> known() {
        return done.stream().filter(s -> !s.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isTemporary(Path file) {
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        return name.startsWith(".") || TEMPORARY.stream().anyMatch(name::endsWith);
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    private String hash(Path file, BasicFileAttributes attributes) {
        String facts = folder.relativize(file) + "|" + attributes.size() + "|"
                + attributes.lastModifiedTime().toMillis();
        String hex = Json.sha256(facts.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = java.util.HexFormat.of().parseHex(hex.substring(0, HASH_BYTES * 2));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
