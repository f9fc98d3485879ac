// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.health;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.database.Sql;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/**
 * The health database {@code suckhoe}. Its ledger holds what may leave: facilities, and figures of each facility and day.
 * An edit is a visit that was written late, an addition one of today; a deletion strikes out all visits of one facility
 * and day, so that its figures vanish but for the beds.
 */
public final class Health implements SourceSystem {
    /** The name of the database. */
    public static final String DATABASE = "suckhoe";

    private static final String DAILY = """
            select MA_CSKCB, to_date(left(NGAY_VAO, 8), 'YYYYMMDD') as NGAY, count(*) as LUOT,
                   count(*) filter (where MA_LOAI_KCB in ('03', '04', '06')) as NOI_TRU,
                   count(*) filter (where MA_LOAI_RV in ('2', '5')) as CHUYEN,
                   count(*) filter (where KET_QUA_DTRI = '5') as TU_VONG,
                   count(*) filter (where MA_BENH_CHINH = 'O80') as SINH,
                   max(NGAY_CAP_NHAT) as CAP_NHAT
            from XML1 group by 1, 2 order by 1, 2""";

    private final District district;
    private final Sql sql;
    private final List<Facility> facilities;
    private final VisitWriter visits;
    private final Map<String, LedgerEntry> gone = new LinkedHashMap<>();
    private long last;
    private long changes;

    /** @param sql an empty database, which is filled here */
    public Health(District district, Sql sql) {
        this.district = district;
        this.sql = sql;
        this.facilities = Facility.of(district);
        this.visits = new VisitWriter(district);
        sql.script("health/schema.sql");
        this.last = new HealthTables(district, facilities, visits).fill(sql);
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.error(404, "this system is a database: " + DATABASE);
    }

    @Override
    public synchronized LedgerEntry edit(@Nullable String id) {
        Dice dice = district.setting().dice("late visit", ++changes);
        List<LedgerEntry> daily = daily();
        LedgerEntry chosen = id == null
                ? dice.pick(daily)
                : daily.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
        String[] key = chosen.id().split("\\|");
        return write(facility(key[0]), LocalDate.parse(key[1]));
    }

    @Override
    public synchronized LedgerEntry delete(@Nullable String id, boolean silently) {
        Dice dice = district.setting().dice("struck day", ++changes);
        List<LedgerEntry> daily = daily();
        LedgerEntry chosen = id == null
                ? dice.pick(daily)
                : daily.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
        String[] key = chosen.id().split("\\|");
        sql.update("delete from XML1 where MA_CSKCB = ? and left(NGAY_VAO, 8) = ?", key[0], key[1].replace("-", ""));
        LedgerEntry entry = new LedgerEntry(chosen.id(), chosen.version(), LedgerEntry.State.DELETED, chosen.facts());
        gone.put(entry.id(), entry);
        return entry;
    }

    @Override
    public synchronized LedgerEntry add() {
        changes++;
        LocalDate day = district.clock().now().toLocalDate();
        Facility centre = facilities.stream()
                .filter(f -> f.kind() == 1 && f.existsOn(day))
                .findFirst()
                .orElseThrow();
        return write(centre, day);
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        List<LedgerEntry> entries = new ArrayList<>();
        facilities.forEach(f -> entries.add(new LedgerEntry(
                f.code(),
                String.valueOf(f.from()),
                LedgerEntry.State.LIVE,
                Map.of("name", f.name(), "commune", f.commune()))));
        List<LedgerEntry> daily = daily();
        entries.addAll(daily);
        daily.forEach(e -> gone.remove(e.id()));
        entries.addAll(gone.values());
        return entries;
    }

    private LedgerEntry write(Facility facility, LocalDate day) {
        LocalDateTime now = district.clock().now();
        Map<String, Object> row = visits.visit(facility, day, ++last, now);
        String columns = String.join(", ", row.keySet());
        String holes = String.join(", ", row.values().stream().map(v -> "?").toList());
        sql.update(
                "insert into XML1 (" + columns + ") values (" + holes + ")",
                row.values().toArray());
        String id = facility.code() + "|" + day;
        return daily().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    private List<LedgerEntry> daily() {
        return sql.rows(
                row -> {
                    Map<String, String> facts = new TreeMap<>();
                    for (String column : List.of("LUOT", "NOI_TRU", "CHUYEN", "TU_VONG", "SINH")) {
                        facts.put(column, row.getString(column));
                    }
                    String id = row.getString("MA_CSKCB") + "|"
                            + row.getDate("NGAY").toLocalDate();
                    String version =
                            row.getTimestamp("CAP_NHAT").toLocalDateTime().toString();
                    return new LedgerEntry(id, version, LedgerEntry.State.LIVE, facts);
                },
                DAILY);
    }

    private Facility facility(String code) {
        return facilities.stream()
                .filter(f -> f.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(code));
    }

    private static RequestException unknown(String id) {
        return new RequestException("no figures of " + id);
    }
}
