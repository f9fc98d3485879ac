// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.fire;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.wire.Handover;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.RequestException;

/**
 * The forest-fire danger level of each commune and day, one CSV a month: June of each year, and all dry months of the
 * last. Every other file has a byte order mark and semicolons, as a spreadsheet writes them.
 */
public final class DangerLevels implements Handover.Rows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V");

    private final District district;
    private final TreeMap<String, Level> levels = new TreeMap<>();
    private final TreeMap<String, Level> gone = new TreeMap<>();
    private long changes;

    /** @param index the accumulated drought index; the level is what the ranger published, not computed from it */
    private record Level(LocalDate day, Organization commune, int level, int heat, int damp, int index) {
        String key() {
            return commune.areaCode() + "|" + day;
        }
    }

    public DangerLevels(District district) {
        this.district = district;
        LocalDate today = district.setting().today();
        for (int year = 2021; year <= today.getYear(); year++) {
            for (int month = 2; month <= 8; month++) {
                if (month == 6 || year == today.getYear()) {
                    month(YearMonth.of(year, month), today);
                }
            }
        }
    }

    private void month(YearMonth month, LocalDate today) {
        for (LocalDate day = month.atDay(1);
                !day.isAfter(month.atEndOfMonth()) && !day.isAfter(today);
                day = day.plusDays(1)) {
            for (Organization commune : district.organizations().communesOn(day)) {
                put(level(day, commune, district.setting().dice("danger " + commune.code(), day.toEpochDay())));
            }
        }
    }

    private static Level level(LocalDate day, Organization commune, Dice dice) {
        int heat = dice.between(26, 39);
        int level = Math.clamp((heat - 24) / 3 + dice.between(-1, 1), 1, 5);
        return new Level(day, commune, level, heat, dice.between(42, 92), level * 4200 + dice.between(0, 4000));
    }

    @Override
    public Map<String, byte[]> files() {
        Map<YearMonth, StringBuilder> months = new TreeMap<>();
        for (Level level : levels.values()) {
            YearMonth month = YearMonth.from(level.day());
            char comma = excel(month) ? ';' : ',';
            String head = "ngay,ma_xa,ten_xa,cap,nhiet_do_13h,do_am,chi_so_p\n".replace(',', comma);
            months.computeIfAbsent(month, m -> new StringBuilder(excel(m) ? "\uFEFF" + head : head))
                    .append(row(level, comma))
                    .append('\n');
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        months.forEach((month, text) -> files.put(
                "cap-du-bao-chay-rung-" + month + ".csv", text.toString().getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static boolean excel(YearMonth month) {
        return (month.getYear() + month.getMonthValue()) % 2 == 1;
    }

    private static String row(Level level, char comma) {
        String roman = ROMAN.get(level.level() - 1);
        String name = level.commune().name().replaceFirst("^UBND ", "");
        return String.join(
                String.valueOf(comma),
                DAY.format(level.day()),
                level.commune().areaCode(),
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                level.level() == 5 ? "Cấp V" : roman,
                Integer.toString(level.heat()),
                Integer.toString(level.damp()),
                Integer.toString(level.index()));
    }

    @Override
    public LedgerEntry edit(@Nullable String id) {
        Level old = living(id, district.setting().dice("danger edit", ++changes));
        int next = old.level() % 5 + 1;
        return put(new Level(old.day(), old.commune(), next, old.heat(), old.damp(), old.index()));
    }

    @Override
    public LedgerEntry delete(@Nullable String id) {
        Level old = living(id, district.setting().dice("danger delete", ++changes));
        levels.remove(old.key());
        gone.put(old.key(), old);
        return entry(old, LedgerEntry.State.DELETED);
    }

    /** The level of a further day of the first commune. */
    @Override
    public LedgerEntry add() {
        LocalDate day = district.setting().today().plusDays(++changes);
        Organization commune = district.organizations().communesOn(day).getFirst();
        return put(level(day, commune, district.setting().dice("danger " + commune.code(), day.toEpochDay())));
    }

    @Override
    public List<LedgerEntry> ledger() {
        Map<String, LedgerEntry> entries = new TreeMap<>();
        levels.values().forEach(level -> entries.put(level.key(), entry(level, LedgerEntry.State.LIVE)));
        gone.values().forEach(level -> entries.putIfAbsent(level.key(), entry(level, LedgerEntry.State.DELETED)));
        return List.copyOf(entries.values());
    }

    private LedgerEntry put(Level level) {
        levels.put(level.key(), level);
        return entry(level, LedgerEntry.State.LIVE);
    }

    private Level living(@Nullable String id, Dice dice) {
        if (id == null && !levels.isEmpty()) {
            return dice.pick(List.copyOf(levels.values()));
        }
        Level found = id == null ? null : levels.get(id);
        if (found == null) {
            throw new RequestException(id == null ? "no level is left" : "no level " + id);
        }
        return found;
    }

    private static LedgerEntry entry(Level level, LedgerEntry.State state) {
        Map<String, String> facts =
                Map.of("commune", level.commune().areaCode(), "level", Integer.toString(level.level()));
        return new LedgerEntry(level.key(), row(level, ','), state, facts);
    }
}
