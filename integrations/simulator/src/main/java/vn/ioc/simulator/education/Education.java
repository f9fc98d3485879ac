// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.education;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.database.Sql;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/**
 * The education database {@code giaoduc}. Its ledger holds a line for each school and year with the figures that may
 * leave. An edit moves a site of a school; an addition lets a pupil enter; a marked deletion closes a school ({@code
 * TRANG_THAI} 0), a silent one removes its row.
 */
public final class Education implements SourceSystem {
    /** The name of the database. */
    public static final String DATABASE = "giaoduc";

    private static final String SCHOOLS = """
            select t.MA_NAM_HOC, t.MA, t.TEN, t.MA_XA, t.SO_DIEM_TRUONG, t.TRANG_THAI, t.NGAY_CAP_NHAT,
                   (select count(*) from LOP l where l.MA_NAM_HOC = t.MA_NAM_HOC and l.MA_TRUONG = t.MA) as SO_LOP,
                   h.SO_HS, h.SO_NU, h.BO_HOC
            from TRUONG t left join (
                select MA_NAM_HOC, MA_TRUONG, count(*) as SO_HS, count(*) filter (where GIOI_TINH = 2) as SO_NU,
                       count(*) filter (where TRANG_THAI = 3) as BO_HOC
                from HOC_SINH group by 1, 2) h on h.MA_NAM_HOC = t.MA_NAM_HOC and h.MA_TRUONG = t.MA
            order by t.MA_NAM_HOC, t.MA""";

    private final District district;
    private final Sql sql;
    private final int newest;
    private final Map<String, LedgerEntry> gone = new LinkedHashMap<>();
    private long pupils;
    private long changes;

    /** @param sql an empty database, which is filled here */
    public Education(District district, Sql sql) {
        this.district = district;
        this.sql = sql;
        sql.script("education/schema.sql");
        SchoolTables tables = new SchoolTables(district);
        this.pupils = tables.fill(sql);
        this.newest = tables.newestYear();
    }

    @Override
    public String name() {
        return "education";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.error(404, "this system is a database: " + DATABASE);
    }

    @Override
    public synchronized LedgerEntry edit(@Nullable String id) {
        LedgerEntry old = living(id);
        touch(old, "SO_DIEM_TRUONG = SO_DIEM_TRUONG % 9 + 1");
        return now(old.id());
    }

    @Override
    public synchronized LedgerEntry delete(@Nullable String id, boolean silently) {
        LedgerEntry old = living(id);
        if (!silently) {
            touch(old, "TRANG_THAI = 0");
            return now(old.id());
        }
        String[] key = old.id().split("\\|");
        sql.update("delete from TRUONG where MA_NAM_HOC = ? and MA = ?", Integer.parseInt(key[0]), key[1]);
        LedgerEntry entry = new LedgerEntry(old.id(), old.version(), LedgerEntry.State.DELETED, old.facts());
        gone.put(entry.id(), entry);
        return entry;
    }

    @Override
    public synchronized LedgerEntry add() {
        LedgerEntry school = living(null);
        String[] key = school.id().split("\\|");
        sql.update(
                """
                insert into HOC_SINH (MA_NAM_HOC, MA_TRUONG, ID_HOC_SINH, MA_HS_BGD, MA_LOP, KHOI, HO_TEN, NGAY_SINH,
                    GIOI_TINH, MA_DANTOC, IS_BAN_TRU, TRANG_THAI, NGAY_CAP_NHAT)
                select MA_NAM_HOC, MA_TRUONG, ?, 'Canary-HS-' || ?, MA, KHOI, 'Hồ Thị Nháp', date '2015-05-05', 2, '28', 0,
                    1, ? from LOP where MA_NAM_HOC = ? and MA_TRUONG = ? order by MA limit 1""",
                ++pupils,
                Long.toString(pupils),
                Timestamp.valueOf(district.clock().now()),
                Integer.parseInt(key[0]),
                key[1]);
        touch(school, "TRANG_THAI = TRANG_THAI");
        return now(school.id());
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        List<LedgerEntry> entries = new ArrayList<>(sql.rows(Education::entry, SCHOOLS));
        entries.addAll(gone.values());
        return entries;
    }

    private void touch(LedgerEntry school, String set) {
        String[] key = school.id().split("\\|");
        LocalDateTime at = district.clock().after(LocalDateTime.parse(school.version()));
        sql.update(
                "update TRUONG set " + set + ", NGAY_CAP_NHAT = ? where MA_NAM_HOC = ? and MA = ?",
                Timestamp.valueOf(at),
                Integer.parseInt(key[0]),
                key[1]);
    }

    private LedgerEntry now(String id) {
        return sql.rows(Education::entry, SCHOOLS).stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RequestException("no school " + id));
    }

    /** Schools of the newest year unless an id names another. */
    private LedgerEntry living(@Nullable String id) {
        List<LedgerEntry> open = sql.rows(Education::entry, SCHOOLS).stream()
                .filter(e -> e.state() == LedgerEntry.State.LIVE)
                .filter(e -> id == null ? e.id().startsWith(newest + "|") : e.id().equals(id))
                .toList();
        if (open.isEmpty()) {
            throw new RequestException(id == null ? "no school is open" : "no open school " + id);
        }
        return district.setting().dice("school change", ++changes).pick(open);
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        Map<String, String> facts = new TreeMap<>();
        facts.put("name", row.getString("TEN"));
        facts.put("commune", row.getString("MA_XA"));
        for (String column : List.of("SO_DIEM_TRUONG", "SO_LOP", "SO_HS", "SO_NU", "BO_HOC")) {
            facts.put(column, String.valueOf(row.getString(column)));
        }
        LedgerEntry.State state = row.getInt("TRANG_THAI") == 0 ? LedgerEntry.State.DELETED : LedgerEntry.State.LIVE;
        String version = row.getTimestamp("NGAY_CAP_NHAT").toLocalDateTime().toString();
        return new LedgerEntry(row.getInt("MA_NAM_HOC") + "|" + row.getString("MA"), version, state, facts);
    }
}
