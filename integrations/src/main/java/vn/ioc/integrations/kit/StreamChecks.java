// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.tree.DecodeException;

/** What one stream's samples must show. */
final class StreamChecks {
    private final SourceManifest source;
    private final Samples samples;

    StreamChecks(SourceManifest source, StreamManifest stream, CodeLists codes) {
        this.source = source;
        this.samples = new Samples(source, stream, codes);
    }

    List<Check> checks() {
        String name = samples.stream().id().toString();
        return List.of(
                new Check(name + ": there are samples, and they give changes", this::given),
                new Check(name + ": the samples give what is expected", this::expected),
                new Check(name + ": the same samples twice give the same changes", this::twice),
                new Check(name + ": keys do not depend on when the samples are read", this::stableKeys),
                new Check(name + ": any order of the items gives the same changes and the same graph", this::anyOrder),
                new Check(name + ": a reading that stops in mid-stream and begins again leaves no gap", this::restart),
                new Check(name + ": what the manifest does not claim never occurs", this::unclaimed),
                new Check(name + ": damaged samples are rejected, never an exception", this::damaged),
                new Check(name + ": items of other types are rejected, never an exception", this::mistyped));
    }

    private List<String> given() {
        if (samples.files().isEmpty()) {
            return List.of("there is no file " + samples.stream().samples() + " in "
                    + source.folder().resolve("samples") + "; put recorded, anonymised answers there");
        }
        return samples.readAll().changes().isEmpty() ? List.of("no sample gives a change") : List.of();
    }

    private List<String> expected() {
        Path file = source.folder().resolve("expected").resolve(samples.stream().id().stream() + ".json");
        return Expected.differences(file, samples.readAll());
    }

    private List<String> twice() {
        List<String> once = prints(samples.readAll());
        return once.equals(prints(samples.readAll())) ? List.of() : List.of("two readings differ");
    }

    private List<String> stableKeys() {
        Set<String> now = keys(samples.readAll());
        Set<String> later = keys(samples.readLater());
        return now.equals(later) ? List.of() : List.of("another day or another poll gives other keys");
    }

    /** As a pull that dies after any of its pages does: what was taken stays, and the next one reads from the page on. */
    private List<String> restart() {
        List<Batch> pages = samples.pages();
        List<String> whole = Projection.of(samples.readAll().changes()).prints();
        for (int stopped = 0; stopped < pages.size(); stopped++) {
            Projection graph = new Projection();
            pages.subList(0, stopped + 1).forEach(page -> page.changes().forEach(graph::take));
            pages.subList(stopped, pages.size()).forEach(page -> page.changes().forEach(graph::take));
            if (!graph.prints().equals(whole)) {
                return List.of("stopped after page " + (stopped + 1) + " of " + pages.size()
                        + " and begun again there, the records differ from those of one reading");
            }
        }
        return List.of();
    }

    private List<String> unclaimed() {
        return List.copyOf(new Claims(samples.stream()).broken(samples.readAll()));
    }

    private static Set<String> keys(Batch batch) {
        Set<String> keys = new TreeSet<>();
        batch.changes().forEach(change -> keys.add(change.key().uid()));
        return keys;
    }

    private List<String> anyOrder() {
        Batch all = samples.readAll();
        Set<String> straight = new TreeSet<>(prints(all));
        Set<String> conflicts = Projection.of(all.changes()).conflicts();
        if (!conflicts.isEmpty()) {
            return List.of("one version with several contents, so that the order decides: " + conflicts);
        }
        for (int seed = 0; seed < 3; seed++) {
            Batch batch = new Batch();
            List<Path> files = new ArrayList<>(samples.files());
            Collections.shuffle(files, new Random(seed));
            for (Path file : files) {
                shuffled(file, seed, batch);
            }
            if (!straight.equals(new TreeSet<>(prints(batch)))) {
                return List.of("another order of the items gives other changes");
            }
        }
        return List.of();
    }

    private void shuffled(Path file, int seed, Batch batch) {
        Intake intake = samples.intake();
        byte[] bytes = Samples.bytes(file);
        if (samples.stream().packaged()) {
            intake.document(bytes, Samples.at(file), batch);
            return;
        }
        try {
            List<@Nullable Object> items = new ArrayList<>(intake.items(intake.decode(bytes)));
            Collections.shuffle(items, new Random(seed));
            items.forEach(item -> intake.item(item, Samples.at(file), batch));
        } catch (DecodeException e) {
            batch.reject(intake.undecoded(bytes, e, Samples.at(file)));
        }
    }

    private List<String> damaged() {
        List<String> problems = new ArrayList<>();
        for (Path file : samples.files()) {
            byte[] sample = Samples.bytes(file);
            List<byte[]> variants = new ArrayList<>(Damage.cut(sample));
            variants.addAll(Damage.flipped(sample));
            for (byte[] variant : variants) {
                guard(file, problems, () -> samples.read(variant, file));
            }
        }
        return problems;
    }

    private List<String> mistyped() {
        List<String> problems = new ArrayList<>();
        Intake intake = samples.intake();
        for (Path file : samples.files()) {
            try {
                Object tree = intake.decode(Samples.bytes(file));
                List<?> items = samples.stream().packaged() ? List.of(tree) : intake.items(tree);
                for (Object item : items.subList(0, Math.min(3, items.size()))) {
                    for (Object wrong : Damage.mistyped(item)) {
                        guard(file, problems, () -> {
                            Batch batch = new Batch();
                            if (samples.stream().packaged()) {
                                intake.tree(Intake.packaged(null, wrong), Samples.at(file), batch);
                            } else {
                                intake.item(wrong, Samples.at(file), batch);
                            }
                            whole(file, batch, problems);
                        });
                    }
                }
            } catch (DecodeException unreadable) {
                continue;
            }
        }
        return problems;
    }

    /** An item gives all of its records or none, and nothing that was never claimed. */
    private void whole(Path file, Batch batch, List<String> problems) {
        if (!batch.rejections().isEmpty() && !batch.changes().isEmpty()) {
            problems.add(file.getFileName() + ": a damaged item was rejected and gave a record all the same");
        }
        problems.addAll(new Claims(samples.stream()).broken(batch));
    }

    /** An exception here is a hole in the engine, so its class and place are told. */
    private static void guard(Path file, List<String> problems, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException | StackOverflowError e) {
            if (problems.size() < 5) {
                problems.add(file.getFileName() + ": " + e.getClass().getSimpleName() + " at "
                        + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"));
            }
        }
    }

    private static List<String> prints(Batch batch) {
        List<String> prints = new ArrayList<>();
        for (Change change : batch.changes()) {
            prints.add(change.key().uid() + " " + change.version() + " " + change.hash());
        }
        batch.rejections().forEach(r -> prints.add(r.reason() + " " + r.path() + " " + r.key()));
        return prints;
    }
}
