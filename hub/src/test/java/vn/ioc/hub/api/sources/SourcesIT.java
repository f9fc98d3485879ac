// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.ingest.SourceRun;

/** What an integrator sees of a source and does with it, on the real graph. */
final class SourcesIT {
    private static final String SDL = """
            "A call to the hotline."
            type Call @record(sector: PETITIONS, key: ["code"], title: "subject", order: ["code"], plural: "calls") {
              "Its number."
              code: String!
              "What it was about."
              subject: String!
              "The day of the call."
              calledOn: Date!
              "Who took it."
              taker: String @personal(kind: OFFICIAL)
            }
            """;
    private static final String HEADER = "ma,tieu_de,nguoi_goi,nguoi_nhan,ngay,kin,phien_ban\n";
    private static final String DAYS = "[d/M/yyyy]";

    @TempDir
    private Path folder;

    @BeforeEach
    void wipe() {
        Stores.wipeGraph();
    }

    private void source(String formats) throws IOException {
        Desk.write(folder.resolve("hotline/types.graphqls"), SDL);
        Desk.write(folder.resolve("hotline/source.yaml"), """
                name: hotline
                title: Đường dây nóng
                rhythm: 1d
                transport: {template: folder, path: data, every: 1h}
                streams:
                  calls:
                    files: "*.csv"
                    format: csv
                    secrecy: none
                    audience: {when: "kin == '1'", then: "'RESTRICTED'", else: "'INTERNAL'"}
                    records:
                      - type: Call
                        key: ma
                        version: {number: phien_ban}
                        values:
                          subject: {redact: tieu_de, known: [nguoi_goi]}
                          taker: nguoi_nhan
                          calledOn: {date: ngay, formats: %s}
                """.formatted(formats));
    }

    private void data(Stream<String> rows) throws IOException {
        Desk.write(folder.resolve("hotline/data/calls.csv"), HEADER + rows.collect(Collectors.joining("\n")) + "\n");
    }

    private static String row(int number, String day, String secret, int version) {
        return number + ",Đường hỏng " + number + ",Trần Thử,Lê Mẫu," + day + "," + secret + "," + version;
    }

    @Test
    void whatWouldBePersonalInARejectedBodyIsVeiledAndARestrictedItemAltogether() throws IOException {
        source(DAYS);
        data(Stream.of(row(1, "1/2/2024", "0", 1), row(2, "hôm qua", "0", 1), row(3, "hôm kia", "1", 1)));
        try (Desk desk = Desk.start(folder)) {
            desk.sources.run(Desk.SOURCE);

            List<RejectionView> rejected = desk.rejected("integrator");
            assertThat(rejected).hasSize(2).allSatisfy(r -> {
                assertThat(r.path()).isEqualTo("ngay");
                assertThat(r.attempts()).isEqualTo(1);
                assertThat(r.body()).doesNotContain("Trần").doesNotContain("Lê").doesNotContain("Đường");
            });
            assertThat(body(rejected, "2")).contains("\"ngay\":\"hôm qua\"").contains("\"tieu_de\":\"•••\"");
            assertThat(body(rejected, "3")).contains("\"ngay\":\"•••\"").contains("\"kin\":\"•••\"");
            assertThat(body(desk.rejected("integrator", "leader"), "3"))
                    .contains("\"ngay\":\"hôm kia\"")
                    .contains("Lê Mẫu")
                    .doesNotContain("Trần");
            StreamView stream = desk.stream();
            assertThat(stream.drift().brokenFields()).containsExactly(new StreamView.NameCount("ngay", 2));
            assertThat(stream.drift().newFields()).isEmpty();
            assertThat(stream.freshness()).isEqualTo(StreamView.Freshness.FRESH);
            assertThat(desk.sources.runs(Desk.SOURCE, null, 10)).singleElement().satisfies(run -> {
                assertThat(run.counts().read()).isEqualTo(3);
                assertThat(run.counts().rejected()).isEqualTo(2);
                assertThat(run.endedAt()).isPresent();
            });
        }
    }

    private static String body(List<RejectionView> rejections, String key) {
        return String.valueOf(rejections.stream()
                .filter(r -> String.valueOf(r.key()).endsWith(key))
                .findFirst()
                .orElseThrow()
                .body());
    }

    @Test
    void aReplayMapsByTheMappingOfNowAndWhatPassesIsNoRejectionAnyMore() throws IOException {
        source(DAYS);
        data(Stream.of(row(1, "1/2/2024", "0", 1), row(2, "2024-02-02", "0", 1), row(3, "mai", "0", 1)));
        try (Desk desk = Desk.start(folder)) {
            desk.sources.run(Desk.SOURCE);
            assertThat(desk.rejections.replay(Desk.SOURCE, null, null))
                    .isEqualTo(new RejectionDesk.ReplayView(2, 0, 2, 0));
        }
        source("[d/M/yyyy, yyyy-MM-dd]");
        try (Desk desk = Desk.start(folder)) {
            assertThat(desk.rejections.replay(Desk.SOURCE, null, null))
                    .isEqualTo(new RejectionDesk.ReplayView(2, 1, 1, 0));

            assertThat(Desk.titles("Call")).containsExactly("Đường hỏng 1", "Đường hỏng 2");
            assertThat(desk.rejected("integrator")).singleElement().satisfies(r -> {
                assertThat(r.key()).endsWith("3");
                assertThat(r.attempts()).isEqualTo(3);
            });
            assertThat(desk.sources.runs(Desk.SOURCE, "calls", 1).getFirst().kind())
                    .isEqualTo(SourceRun.Kind.REPLAY);
            assertThat(desk.stream().checkpoint().polls()).isEqualTo(1);
            assertThatThrownBy(() -> desk.rejections.replay(Desk.SOURCE, null, List.of("none")))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));

            // The source mends the item itself: its pull forgets the rejection too.
            data(Stream.of(row(3, "3/2/2024", "0", 2)));
            desk.sources.run(Desk.SOURCE);
            assertThat(desk.rejected("integrator")).isEmpty();
        }
    }

    @Test
    void aReplayOfAnOldVersionChangesNothing() throws IOException {
        source(DAYS);
        data(Stream.of(row(1, "2024-02-02", "0", 1)));
        try (Desk desk = Desk.start(folder)) {
            desk.sources.run(Desk.SOURCE);
            String id = desk.rejected("integrator").getFirst().id();
            source("[d/M/yyyy, yyyy-MM-dd]");
            try (Desk mended = Desk.start(folder)) {
                Stores.driver()
                        .executableQuery("MATCH (x:Rejection {id: $id}) SET x.key = ''")
                        .withParameters(java.util.Map.of("id", id))
                        .execute();
                data(Stream.of(row(1, "9/9/2024", "0", 7).replace("Đường", "Cầu")));
                mended.sources.run(Desk.SOURCE);
                assertThat(mended.rejections
                                .replay(Desk.SOURCE, null, List.of(id))
                                .passed())
                        .isEqualTo(1);
            }
            assertThat(Desk.titles("Call")).containsExactly("Cầu hỏng 1");
        }
    }

    @Test
    void aPauseHoldsAcrossARestartAndInOtherProcesses() throws IOException {
        source(DAYS);
        data(Stream.of(row(1, "1/2/2024", "0", 1)));
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
        source(DAYS);
        data(IntStream.range(0, 20).mapToObj(i -> row(i, i < 5 ? "2024-02-0" + (i + 1) : "1/2/2024", "0", 1)));
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
        source("[d/M/yyyy, yyyy-MM-dd]");
        try (Desk desk = Desk.start(folder)) {
            assertThat(desk.view().state()).isEqualTo(StreamView.State.STOPPED);
            assertThat(desk.sources.run(Desk.SOURCE).state()).isEqualTo(StreamView.State.OK);
            assertThat(Desk.titles("Call")).hasSize(20);
            assertThat(desk.rejected("integrator")).isEmpty();
        }
    }

    @Test
    void ofAListInSeveralFilesWhatNoneHoldsAnyMoreIsGone() throws IOException {
        source(DAYS);
        Path manifest = folder.resolve("hotline/source.yaml");
        Desk.write(
                manifest,
                java.nio.file.Files.readString(manifest)
                        .replace("    format: csv\n", "    format: csv\n    deletions: {by: listing}\n"));
        data(IntStream.range(0, 12).mapToObj(i -> row(i, "1/2/2024", "0", 1)));
        Path other = folder.resolve("hotline/data/more.csv");
        Desk.write(other, HEADER + row(12, "1/2/2024", "0", 1) + "\n" + row(13, "1/2/2024", "0", 1) + "\n");
        try (Desk desk = Desk.start(folder)) {
            desk.sources.run(Desk.SOURCE);
            assertThat(Desk.titles("Call")).hasSize(14);

            Desk.write(other, HEADER + row(12, "1/2/2024", "0", 1) + "\n");
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
    void aPreviewTellsWhatWouldChangeAndChangesNothing() throws IOException {
        source(DAYS);
        data(Stream.of(row(1, "1/2/2024", "0", 1), row(2, "1/2/2024", "0", 1), row(3, "1/2/2024", "0", 2)));
        try (Desk desk = Desk.start(folder)) {
            desk.sources.run(Desk.SOURCE);
            SourceView before = desk.view();
            data(Stream.of(
                    row(1, "1/2/2024", "0", 1),
                    row(2, "2/2/2024", "1", 2),
                    row(3, "9/9/2024", "0", 2),
                    row(4, "1/2/2024", "0", 1),
                    row(5, "mai", "0", 1)));

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
        source(DAYS);
        data(IntStream.range(0, 10).mapToObj(i -> row(i, i < 2 ? "mai" : "1/2/2024", "0", 1)));
        try (Desk desk = Desk.start(folder)) {
            assertThat(desk.sources.run(Desk.SOURCE).state()).isEqualTo(StreamView.State.OK);
            data(IntStream.range(10, 19).mapToObj(i -> row(i, "mai", "0", 1)));
            assertThat(desk.sources.run(Desk.SOURCE).state()).isEqualTo(StreamView.State.OK);
            assertThat(Desk.titles("Call")).hasSize(8);
            assertThat(desk.rejected("integrator")).hasSize(11);
        }
    }
}
