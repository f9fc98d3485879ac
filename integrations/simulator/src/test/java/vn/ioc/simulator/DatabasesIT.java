// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ioc.simulator.database.Postgres;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Setting;
import vn.ioc.simulator.education.Education;
import vn.ioc.simulator.health.Health;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

class DatabasesIT {
    private static Postgres postgres;
    private static SourceSystem health;
    private static SourceSystem education;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = new Postgres(0, Asking.TOKEN);
        health = new Health(district(), postgres.create(Health.DATABASE));
        education = new Education(district(), postgres.create(Education.DATABASE));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void theReaderMayReadAndNothingElse() throws SQLException {
        assertThat(one(Health.DATABASE, "select count(*) from XML1")).isGreaterThan(5_000);
        assertThatThrownBy(() -> one(Health.DATABASE, "delete from XML1 returning 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        DriverManager.getConnection(postgres.address() + Health.DATABASE, Postgres.READER, "wrong"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void tableOneHasTheColumnsOfTheStandard() throws SQLException {
        assertThat(
                        one(
                                Health.DATABASE,
                                "select count(*) from information_schema.columns where table_name = 'xml1' and column_name in"
                                        + " ('ma_lk', 'ho_ten', 'so_cccd', 'ma_dantoc', 'ma_benh_chinh', 'ma_loai_kcb', 'ma_cskcb', 'du_phong')"))
                .isEqualTo(8);
        assertThat(one(Health.DATABASE, "select count(*) from information_schema.columns where table_name = 'xml1'"))
                .isEqualTo(67);
        assertThat(one(Health.DATABASE, "select count(*) from XML1 where NGAY_VAO !~ '^[0-9]{12}$'"))
                .isZero();
    }

    @Test
    void facilitiesChangeWithTheDistrictsEnd() throws SQLException {
        assertThat(one(Health.DATABASE, "select count(*) from DM_CSKCB where HIEU_LUC_DEN = '2025-06-30'"))
                .isEqualTo(14);
        assertThat(one(Health.DATABASE, "select count(*) from DM_CSKCB where HIEU_LUC_TU = '2025-07-01'"))
                .isEqualTo(6);
        assertThat(
                        one(
                                Health.DATABASE,
                                "select count(*) from XML1 x join DM_CSKCB f using (MA_CSKCB) where to_date(left(NGAY_VAO, 8),"
                                        + " 'YYYYMMDD') not between coalesce(HIEU_LUC_TU, '2000-01-01') and coalesce(HIEU_LUC_DEN, '2100-01-01')"))
                .isZero();
        assertThat(
                        one(
                                Health.DATABASE,
                                "select count(*) from DM_GIUONG_NGAY where GIUONG_DANG_DUNG > GIUONG_KE_HOACH + GIUONG_KE_THEM"))
                .isZero();
    }

    @Test
    void dosesStayBelowTheirGoals() throws SQLException {
        assertThat(one(
                        Health.DATABASE,
                        "select count(*) from (select extract(year from NGAY_TIEM)::int as NAM, MA_XA, MA_VAC_XIN, count(*) as N"
                                + " from TIEM_CHUNG group by 1, 2, 3) d join TIEM_CHUNG_CHI_TIEU g using (NAM, MA_XA, MA_VAC_XIN)"
                                + " where N > SO_DOI_TUONG"))
                .isZero();
        assertThat(one(Health.DATABASE, "select count(distinct MA_BENH) from BTN_TUAN"))
                .isEqualTo(6);
    }

    @Test
    void aLateVisitRaisesTheFiguresOfItsDay() {
        LedgerEntry before = health.ledger().stream()
                .filter(e -> e.id().equals("48950|2026-06-30"))
                .findFirst()
                .orElseThrow();
        LedgerEntry after = health.edit("48950|2026-06-30");
        assertThat(number(after, "LUOT")).isEqualTo(number(before, "LUOT") + 1);
        assertThat(after.version()).isEqualTo("2026-11-24T08:00");
        assertThat(health.add().id()).isEqualTo("48950|2026-11-24");
        assertThat(health.delete("48950|2026-06-01", false).state()).isEqualTo(LedgerEntry.State.DELETED);
        assertThatThrownBy(() -> health.edit("48950|2026-06-01")).isInstanceOf(RequestException.class);
    }

    @Test
    void schoolsHaveOneVersionAYearAndNamesOfTheirTime() throws SQLException {
        assertThat(one(Education.DATABASE, "select count(*) from TRUONG")).isEqualTo(34 * 5);
        assertThat(one(
                        Education.DATABASE,
                        "select count(*) from TRUONG where MA_NAM_HOC = 2025 and MA_HUYEN is not null"))
                .isZero();
        assertThat(one(Education.DATABASE, "select count(distinct MA_XA) from TRUONG where MA_NAM_HOC = 2025"))
                .isEqualTo(5);
        assertThat(one(Education.DATABASE, "select count(distinct MA_XA) from TRUONG where MA_NAM_HOC = 2021"))
                .isEqualTo(13);
        assertThat(one(
                        Education.DATABASE,
                        "select count(*) from HOC_SINH h left join LOP l on l.MA_NAM_HOC = h.MA_NAM_HOC and l.MA_TRUONG ="
                                + " h.MA_TRUONG and l.MA = h.MA_LOP where l.MA is null"))
                .isZero();
    }

    @Test
    void schoolsMoveCloseAndVanish() {
        List<LedgerEntry> schools = education.ledger();
        LedgerEntry first = schools.getLast();
        LedgerEntry moved = education.edit(first.id());
        assertThat(moved.facts()).isNotEqualTo(first.facts());
        assertThat(moved.version()).isGreaterThan(first.version());
        assertThat(education.delete(first.id(), false).state()).isEqualTo(LedgerEntry.State.DELETED);
        LedgerEntry entered = education.add();
        LedgerEntry before = schools.stream()
                .filter(e -> e.id().equals(entered.id()))
                .findFirst()
                .orElseThrow();
        assertThat(number(entered, "SO_HS")).isEqualTo(number(before, "SO_HS") + 1);
        education.delete(schools.getFirst().id(), true);
        assertThat(education.ledger()).hasSameSizeAs(schools);
    }

    @Test
    void theSameSeedFillsTheSameTables() throws IOException, SQLException {
        try (Postgres other = new Postgres(0, Asking.TOKEN)) {
            new Education(district(), other.create(Education.DATABASE));
            new Health(district(), other.create(Health.DATABASE));
            String pupils =
                    "select md5(string_agg(h::text, '' order by ID_HOC_SINH)) from HOC_SINH h where ID_HOC_SINH < 1000";
            assertThat(text(other, Education.DATABASE, pupils)).isEqualTo(text(postgres, Education.DATABASE, pupils));
            String visits =
                    "select md5(string_agg(x::text, '' order by MA_LK)) from XML1 x where MA_LK < 'LK000003000'";
            assertThat(text(other, Health.DATABASE, visits)).isEqualTo(text(postgres, Health.DATABASE, visits));
        }
    }

    private static District district() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);
        return District.of(new Setting(7, Asking.TODAY, 1), clock);
    }

    private static int number(LedgerEntry entry, String fact) {
        return Integer.parseInt(String.valueOf(entry.facts().get(fact)));
    }

    private static long one(String database, String query) throws SQLException {
        return Long.parseLong(text(postgres, database, query));
    }

    private static String text(Postgres server, String database, String query) throws SQLException {
        try (Connection reader =
                        DriverManager.getConnection(server.address() + database, Postgres.READER, Asking.TOKEN);
                Statement statement = reader.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
