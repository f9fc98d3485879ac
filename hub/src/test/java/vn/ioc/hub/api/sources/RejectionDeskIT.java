// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.embedded.Stores;
import vn.ioc.hub.ingest.SourceRun;

/** What an integrator sees of rejections and what becomes of them when they are mapped again, on the real graph. */
final class RejectionDeskIT {
    @TempDir
    private Path folder;

    private Hotline hotline;

    @BeforeEach
    void wipe() {
        Stores.wipeGraph();
        hotline = new Hotline(folder);
    }

    @Test
    void whatWouldBePersonalInARejectedBodyIsVeiledAndARestrictedItemAltogether() throws IOException {
        hotline.source(Hotline.DAYS);
        hotline.data(Stream.of(
                Hotline.row(1, "1/2/2024", "0", 1),
                Hotline.row(2, "hôm qua", "0", 1),
                Hotline.row(3, "hôm kia", "1", 1)));
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

    @Test
    void aReplayMapsByTheMappingOfNowAndWhatPassesIsNoRejectionAnyMore() throws IOException {
        hotline.source(Hotline.DAYS);
        hotline.data(Stream.of(
                Hotline.row(1, "1/2/2024", "0", 1),
                Hotline.row(2, "2024-02-02", "0", 1),
                Hotline.row(3, "mai", "0", 1)));
        try (Desk desk = Desk.start(folder)) {
            desk.sources.run(Desk.SOURCE);
            assertThat(desk.rejections.replay(Desk.SOURCE, null, null))
                    .isEqualTo(new RejectionDesk.ReplayView(2, 0, 2, 0));
        }
        hotline.source("[d/M/yyyy, yyyy-MM-dd]");
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
            hotline.data(Stream.of(Hotline.row(3, "3/2/2024", "0", 2)));
            desk.sources.run(Desk.SOURCE);
            assertThat(desk.rejected("integrator")).isEmpty();
        }
    }

    @Test
    void aReplayOfAnOldVersionChangesNothing() throws IOException {
        hotline.source(Hotline.DAYS);
        hotline.data(Stream.of(Hotline.row(1, "2024-02-02", "0", 1)));
        try (Desk desk = Desk.start(folder)) {
            desk.sources.run(Desk.SOURCE);
            String id = desk.rejected("integrator").getFirst().id();
            hotline.source("[d/M/yyyy, yyyy-MM-dd]");
            try (Desk mended = Desk.start(folder)) {
                Stores.driver()
                        .executableQuery("MATCH (x:Rejection {id: $id}) SET x.key = ''")
                        .withParameters(java.util.Map.of("id", id))
                        .execute();
                hotline.data(Stream.of(Hotline.row(1, "9/9/2024", "0", 7).replace("Đường", "Cầu")));
                mended.sources.run(Desk.SOURCE);
                assertThat(mended.rejections
                                .replay(Desk.SOURCE, null, List.of(id))
                                .passed())
                        .isEqualTo(1);
            }
            assertThat(Desk.titles("Call")).containsExactly("Cầu hỏng 1");
        }
    }

    private static String body(List<RejectionView> rejections, String key) {
        return String.valueOf(rejections.stream()
                .filter(r -> String.valueOf(r.key()).endsWith(key))
                .findFirst()
                .orElseThrow()
                .body());
    }
}
