// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.MemoryGraph;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.change.StreamId;

/** Aggregates of a real PostgreSQL. */
final class SchoolsOverSqlTest {
    private static final StreamId YEARS = new StreamId("education", "years");
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder()
                .setServerConfig("timezone", "Asia/Ho_Chi_Minh")
                .start();
        sql("""
                create table TRUONG (MA_NAM_HOC int, MA text, API_MA_BO text, TEN text, DS_CAP_HOC text, MA_XA text, DIA_CHI text,
                    VI_DO double precision, KINH_DO double precision, SO_DIEM_TRUONG int, IS_DAT_CHUAN_QG int, TRANG_THAI int,
                    NGAY_CAP_NHAT timestamp);
                create table LOP (MA_NAM_HOC int, MA_TRUONG text, NGAY_CAP_NHAT timestamp);
                create table HOC_SINH (MA_NAM_HOC int, MA_TRUONG text, HO_TEN text, GIOI_TINH int, MA_DANTOC text, IS_BAN_TRU int,
                    TRANG_THAI int, NGAY_CAP_NHAT timestamp);
                create table DOI_NGU (MA_NAM_HOC int, MA_TRUONG text, SO_GIAO_VIEN int, DINH_MUC_GIAO_VIEN int, SO_PHONG_HOC int,
                    SO_PHONG_KIEN_CO int, NGAY_CAP_NHAT timestamp);
                insert into TRUONG values (2024, 'T1', 'B1', 'Tru\u031Bo\u031B\u0300ng Trà Giác', 'TH,THCS', '20926', 'thôn 1', 15.26, 108.18,
                    3, 1, 1, '2024-08-26 08:00:00'), (2025, 'T1', 'B1', 'Trường Trà Giác', 'TH,THCS', '20908', 'thôn 1', 15.26, 108.18,
                    2, 1, 1, '2025-08-26 08:00:00');
                insert into HOC_SINH select 2025, 'T1', 'Canary ' || i, 1 + i % 2, '28', 0, case when i < 4 then 3 else 1 end,
                    '2025-08-26 08:00:00' from generate_series(1, 30) i;
                insert into LOP values (2025, 'T1', '2025-08-26 08:00:00');
                create role ioc login password 'right';
                grant select on all tables in schema public to ioc""");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static void sql(String text) throws SQLException {
        try (Connection owner = server.getPostgresDatabase().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(text);
        }
    }

    private static SourceRunner runner(MemoryGraph graph, Map<String, String> others) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "EDUCATION_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                "EDUCATION_DB_USER", "ioc",
                "EDUCATION_DB_PASSWORD", "right"));
        parameters.putAll(others);
        return new SourceRunner(
                List.of(Sources.catalog().find("education").orElseThrow()),
                Sources.catalog().codes(),
                graph,
                RunnerSettings.of(
                        name -> Optional.ofNullable(parameters.get(name)),
                        Sources.HMAC,
                        Clock.fixed(Instant.parse("2026-06-30T05:00:00Z"), ZoneOffset.UTC)));
    }

    @Test
    void countsArriveFewOnesDoNotAndTheNextPullReadsFromTheLastChangeOn() throws Exception {
        MemoryGraph graph = new MemoryGraph();
        try (SourceRunner runner = runner(graph, Map.of())) {
            assertThat(runner.runNow("education"))
                    .allSatisfy(s -> assertThat(s.state()).as(s.problem()).isEqualTo(StreamState.State.CURRENT));
            assertThat(graph.live("SchoolYear")).containsOnlyKeys("2024|T1", "2025|T1");
            assertThat(graph.live("School")).containsOnlyKeys("T1");
            String changes = graph.pages().toString();
            assertThat(changes).contains("pupils=30").doesNotContain("Canary", "dropouts=");
            assertThat(changes).contains("Trường Trà Giác 2024");

            sql("update TRUONG set SO_DIEM_TRUONG = 5, NGAY_CAP_NHAT = '2026-06-01 08:00:00' where MA_NAM_HOC = 2025");
            StreamState years = runner.runNow("education").get(1);
            assertThat(years.tally().accepted())
                    .as("changed since the last pull")
                    .isEqualTo(1);
            assertThat(graph.checkpoint(YEARS).poll()).isEqualTo(2);
        }
    }

    @Test
    void aWrongAccountAMissingTableAndAServerThatIsAwayAreToldApart() {
        assertThat(first(Map.of("EDUCATION_DB_USER", "nobody")))
                .isEqualTo("the database does not let us in (SQLSTATE 28000)");
        assertThat(first(Map.of("EDUCATION_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/template1")))
                .isEqualTo("the database does not take the query (SQLSTATE 42P01)");
        assertThat(first(Map.of("EDUCATION_DB_URL", "jdbc:postgresql://127.0.0.1:1/postgres")))
                .isEqualTo("the database does not answer (SQLSTATE 08001)");
        assertThat(first(Map.of("EDUCATION_DB_URL", "jdbc:postgresql://h/d?socketFactory=org.Evil")))
                .isEqualTo("the address is not of the form jdbc:postgresql://host:port/database");
    }

    private static String first(Map<String, String> parameters) {
        MemoryGraph graph = new MemoryGraph();
        try (SourceRunner runner = runner(graph, parameters)) {
            String problem = runner.runNow("education").getFirst().problem();
            assertThat(graph.pages()).isEmpty();
            return problem;
        }
    }
}
