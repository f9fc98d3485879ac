// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.embedded.Stores;

/** What an integrator sees of a source and does with it, on the real graph. */
final class SourcesIT {
    @TempDir
    private Path folder;

    private Hotline hotline;

    @BeforeEach
    void wipe() {
        Stores.wipeGraph();
        hotline = new Hotline(folder);
    }

    @Test
    void aPauseHoldsAcrossARestartAndInOtherProcesses() throws IOException {
        hotline.source(Hotline.DAYS);
        hotline.data(Stream.of(Hotline.row(1, "1/2/2024", "0", 1)));
        try (Desk desk = Desk.start(folder)) {
            assertThat(desk.sources.pause(Desk.SOURCE).state()).isEqualTo(StreamView.State.PAUSED);
        }
        try (Desk desk = Desk.start(folder)) {
            assertThatThrownBy(() -> desk.sources.run(Desk.SOURCE))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST));
            desk.runner.runNow(Desk.SOURCE);
            assertThat(Desk.titles("Call")).isEmpty();
            assertThat(desk.view().state()).isEqualTo(StreamView.State.PAUSED);

            desk.sources.resume(Desk.SOURCE);
            assertThat(desk.sources.run(Desk.SOURCE).state()).isEqualTo(StreamView.State.OK);
            assertThat(Desk.titles("Call")).hasSize(1);
        }
    }

    @Test
    void aPageWithTooManyRejectionsStopsTheSourceAndNothingOfItIsTaken() throws IOException {
        hotline.source(Hotline.DAYS);
        hotline.data(IntStream.range(0, 20)
                .mapToObj(i -> Hotline.row(i, i < 5 ? "2024-02-0" + (i + 1) : "1/2/2024", "0", 1)));
        try (Desk desk = Desk.start(folder)) {
            SourceView stopped = desk.sources.run(Desk.SOURCE);

            assertThat(stopped.state()).isEqualTo(StreamView.State.STOPPED);
            assertThat(stopped.lastError()).contains("5 of 20").contains("Mend the manifest");
            assertThat(Desk.titles("Call")).isEmpty();
            assertThat(desk.stream().checkpoint()).isEqualTo(new StreamView.Checkpoint("", 0));
            assertThat(desk.rejected("integrator")).hasSize(5);
            assertThat(desk.stream().drift().brokenFields()).containsExactly(new StreamView.NameCount("ngay", 5));
            desk.runner.runNow(Desk.SOURCE);
            assertThat(desk.view().state()).isEqualTo(StreamView.State.STOPPED);
        }
        hotline.source("[d/M/yyyy, yyyy-MM-dd]");
        try (Desk desk = Desk.start(folder)) {
            assertThat(desk.view().state()).isEqualTo(StreamView.State.STOPPED);
            assertThat(desk.sources.run(Desk.SOURCE).state()).isEqualTo(StreamView.State.OK);
            assertThat(Desk.titles("Call")).hasSize(20);
            assertThat(desk.rejected("integrator")).isEmpty();
        }
    }

    @Test
    void ofAListInSeveralFilesWhatNoneHoldsAnyMoreIsGone() throws IOException {
        hotline.source(Hotline.DAYS);
        Path manifest = folder.resolve("hotline/source.yaml");
        Desk.write(
                manifest,
                java.nio.file.Files.readString(manifest)
                        .replace("    format: csv\n", "    format: csv\n    deletions: {by: listing}\n"));
        hotline.data(IntStream.range(0, 12).mapToObj(i -> Hotline.row(i, "1/2/2024", "0", 1)));
        Path other = folder.resolve("hotline/data/more.csv");
        Desk.write(
                other,
                Hotline.HEADER + Hotline.row(12, "1/2/2024", "0", 1) + "\n" + Hotline.row(13, "1/2/2024", "0", 1)
                        + "\n");
        try (Desk desk = Desk.start(folder)) {
            desk.sources.run(Desk.SOURCE);
            assertThat(Desk.titles("Call")).hasSize(14);

            Desk.write(other, Hotline.HEADER + Hotline.row(12, "1/2/2024", "0", 1) + "\n");
            desk.sources.run(Desk.SOURCE);
            assertThat(Desk.titles("Call")).hasSize(13).doesNotContain("Đường hỏng 13");

            java.nio.file.Files.delete(folder.resolve("hotline/data/calls.csv"));
            assertThat(desk.sources.run(Desk.SOURCE).state()).isEqualTo(StreamView.State.SWEEP_HELD);
            assertThat(Desk.titles("Call")).hasSize(13);
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            desk.metrics.bindTo(meters);
            assertThat(meters.get("hub.source.sweep.held").gauge().value()).isEqualTo(12);
            assertThat(meters.get("hub.source.state")
                            .tag("state", "sweep_held")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(meters.get("hub.source.items")
                            .tag("outcome", "changed")
                            .functionCounter()
                            .count())
                    .isEqualTo(14);
            assertThat(meters.get("hub.source.lag").gauge().value()).isBetween(0.0, 60.0);
            assertThatThrownBy(() -> desk.sources.approveSweep(Desk.SOURCE, "calls", 13))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST));
            assertThat(desk.sources.approveSweep(Desk.SOURCE, "calls", 12).state())
                    .isEqualTo(StreamView.State.OK);
            assertThat(Desk.titles("Call")).containsExactly("Đường hỏng 12");
        }
    }

    @Test
    void aPushStreamThatGotNothingWaitsAndIsNoFaultOfTheSource() throws IOException {
        hotline.source(Hotline.DAYS);
        hotline.withPushed();
        hotline.data(Stream.of(Hotline.row(1, "1/2/2024", "0", 1)));
        try (Desk desk = Desk.start(folder)) {
            assertThat(desk.view().state()).as("nothing was pulled yet").isEqualTo(StreamView.State.NEW);

            SourceView pulled = desk.sources.run(Desk.SOURCE);

            assertThat(pulled.streams())
                    .extracting(StreamView::state)
                    .containsExactly(StreamView.State.OK, StreamView.State.WAITING);
            assertThat(pulled.state()).isEqualTo(StreamView.State.OK);
            assertThat(pulled.freshness()).isEqualTo(StreamView.Freshness.FRESH);
            assertThat(pulled.lastSuccess())
                    .isEqualTo(desk.stream().lastSuccess())
                    .isNotNull();
            assertThat(pulled.lag()).isNotNull();

            desk.runner.push(
                    Desk.SOURCE,
                    (Hotline.HEADER + Hotline.row(2, "1/2/2024", "0", 1)).getBytes(StandardCharsets.UTF_8));
            assertThat(Desk.titles("Call")).hasSize(2);
        }
        try (Desk desk = Desk.start(folder)) {
            assertThat(desk.view().streams())
                    .extracting(StreamView::state)
                    .containsExactly(StreamView.State.OK, StreamView.State.OK);
        }
    }

    @Test
    void aSourceThatOnlyPushesWaitsToo() throws IOException {
        hotline.source(Hotline.DAYS);
        hotline.onlyPushed();
        try (Desk desk = Desk.start(folder)) {
            assertThat(desk.view().state()).isEqualTo(StreamView.State.WAITING);
            assertThat(desk.view().freshness()).isEqualTo(StreamView.Freshness.NEVER);
            assertThat(desk.view().lastSuccess()).isNull();
        }
    }

    @Test
    void aPreviewTellsWhatWouldChangeAndChangesNothing() throws IOException {
        hotline.source(Hotline.DAYS);
        hotline.data(Stream.of(
                Hotline.row(1, "1/2/2024", "0", 1),
                Hotline.row(2, "1/2/2024", "0", 1),
                Hotline.row(3, "1/2/2024", "0", 2)));
        try (Desk desk = Desk.start(folder)) {
            desk.sources.run(Desk.SOURCE);
            SourceView before = desk.view();
            hotline.data(Stream.of(
                    Hotline.row(1, "1/2/2024", "0", 1),
                    Hotline.row(2, "2/2/2024", "1", 2),
                    Hotline.row(3, "9/9/2024", "0", 2),
                    Hotline.row(4, "1/2/2024", "0", 1),
                    Hotline.row(5, "mai", "0", 1)));

            PreviewView preview = desk.sources.preview(Desk.SOURCE, 10);

            assertThat(preview.complete()).isTrue();
            assertThat(preview.added()).isEqualTo(1);
            assertThat(preview.changed()).isEqualTo(1);
            assertThat(preview.conflicts()).isEqualTo(1);
            assertThat(preview.rejected()).isEqualTo(1);
            assertThat(preview.lines())
                    .contains("~ Call:2 (audience, calledOn)", "+ Call:4")
                    .anyMatch(l -> l.startsWith("! Call:3: version 2 came before with other content"))
                    .anyMatch(l -> l.startsWith("! file 1 of 1, item 5: "))
                    .noneMatch(l -> l.contains("mai"));
            assertThat(Desk.titles("Call")).hasSize(3);
            assertThat(desk.rejected("integrator")).isEmpty();
            assertThat(desk.view().counts()).isEqualTo(before.counts());
            assertThat(desk.stream().checkpoint())
                    .isEqualTo(before.streams().getFirst().checkpoint());
        }
    }

    @Test
    void aFifthOfAPageIsNoDriftAndASmallPageNeverIs() throws IOException {
        hotline.source(Hotline.DAYS);
        hotline.data(IntStream.range(0, 10).mapToObj(i -> Hotline.row(i, i < 2 ? "mai" : "1/2/2024", "0", 1)));
        try (Desk desk = Desk.start(folder)) {
            assertThat(desk.sources.run(Desk.SOURCE).state()).isEqualTo(StreamView.State.OK);
            hotline.data(IntStream.range(10, 19).mapToObj(i -> Hotline.row(i, "mai", "0", 1)));
            assertThat(desk.sources.run(Desk.SOURCE).state()).isEqualTo(StreamView.State.OK);
            assertThat(Desk.titles("Call")).hasSize(8);
            assertThat(desk.rejected("integrator")).hasSize(11);
        }
    }
}
