// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.fire;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.DistrictClock;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/**
 * NASA FIRMS: {@code GET /api/area/csv/{key}/{source}/{west,south,east,north}/{days}[/{date}]}, one to five days; without
 * a date the latest ones. Wrong keys and ranges are answered with a line of text and status 200. Nothing is ever taken
 * back with a mark: a deleted row is simply not there any more.
 */
public final class Firms implements SourceSystem {
    private static final List<String> SOURCES =
            List.of("VIIRS_SNPP_NRT", "VIIRS_NOAA20_NRT", "VIIRS_NOAA21_NRT", "MODIS_NRT");
    private static final String VIIRS =
            "latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,"
                    + "confidence,version,bright_ti5,frp,daynight";
    private static final String MODIS =
            "latitude,longitude,brightness,scan,track,acq_date,acq_time,satellite,instrument,"
                    + "confidence,version,bright_t31,frp,daynight";

    private final District district;
    private final String key;
    private final FireBook book;
    private final Map<String, Hotspot> hotspots = new LinkedHashMap<>();
    private final Map<String, Hotspot> gone = new LinkedHashMap<>();
    private long changes;

    public Firms(District district, String key) {
        this.district = district;
        this.key = key;
        this.book = new FireBook(district);
        book.write().forEach(hotspot -> hotspots.put(hotspot.key(), hotspot));
    }

    @Override
    public String name() {
        return "firms";
    }

    @Override
    public synchronized Answer answer(Request request) {
        String[] path = request.path().split("/");
        if (!request.method().equals("GET")
                || path.length < 8
                || !request.path().startsWith("/api/area/csv/")) {
            return Answer.text(404, "Not found");
        }
        if (!path[4].equals(key)) {
            return Answer.text(200, "Invalid MAP_KEY.");
        }
        if (!SOURCES.contains(path[5])) {
            return Answer.text(200, "Invalid source.");
        }
        if (!path[7].matches("[1-5]")) {
            return Answer.text(200, "Invalid day range. Expects [1..5].");
        }
        Box box = Box.of(path[6]);
        if (box == null) {
            return Answer.text(200, "Invalid area.");
        }
        int days = Integer.parseInt(path[7]);
        LocalDate first = path.length > 8 ? day(path[8]) : latest().minusDays(days - 1L);
        StringBuilder csv = new StringBuilder(path[5].startsWith("MODIS") ? MODIS : VIIRS).append('\n');
        hotspots.values().stream()
                .filter(h -> h.source().equals(path[5]) && box.holds(h))
                .filter(h -> !h.at().toLocalDate().isBefore(first))
                .filter(h -> h.at().toLocalDate().isBefore(first.plusDays(days)))
                .sorted(Comparator.comparing(Hotspot::at).thenComparing(Hotspot::key))
                .forEach(h -> csv.append(h.row()).append('\n'));
        return Answer.bytes("text/csv; charset=utf-8", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** {@code west,south,east,north} in degrees. */
    private record Box(double west, double south, double east, double north) {
        static @Nullable Box of(String text) {
            String[] ends = text.split(",");
            try {
                return ends.length != 4
                        ? null
                        : new Box(
                                Double.parseDouble(ends[0]),
                                Double.parseDouble(ends[1]),
                                Double.parseDouble(ends[2]),
                                Double.parseDouble(ends[3]));
            } catch (NumberFormatException e) {
                return null;
            }
        }

        boolean holds(Hotspot h) {
            return h.longitude() >= west && h.longitude() <= east && h.latitude() >= south && h.latitude() <= north;
        }
    }

    @Override
    public synchronized LedgerEntry edit(@Nullable String id) {
        Hotspot old = living(id, district.setting().dice("hotspot edit", ++changes));
        Hotspot next = old.stronger(changes % 7 + 0.5);
        hotspots.put(next.key(), next);
        return entry(next, LedgerEntry.State.LIVE);
    }

    @Override
    public synchronized LedgerEntry delete(@Nullable String id, boolean silently) {
        Hotspot old = living(id, district.setting().dice("hotspot delete", ++changes));
        hotspots.remove(old.key());
        gone.put(old.key(), old);
        return entry(old, LedgerEntry.State.DELETED);
    }

    @Override
    public synchronized LedgerEntry add() {
        LocalDateTime utc = district.clock()
                .now()
                .atZone(DistrictClock.ZONE)
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
        Hotspot lit = book.ignite(++changes, utc);
        hotspots.put(lit.key(), lit);
        return entry(lit, LedgerEntry.State.LIVE);
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        Map<String, LedgerEntry> entries = new LinkedHashMap<>();
        hotspots.values().forEach(h -> entries.put(h.key(), entry(h, LedgerEntry.State.LIVE)));
        gone.values().forEach(h -> entries.putIfAbsent(h.key(), entry(h, LedgerEntry.State.DELETED)));
        return List.copyOf(entries.values());
    }

    private LocalDate latest() {
        return hotspots.values().stream()
                .map(h -> h.at().toLocalDate())
                .max(Comparator.naturalOrder())
                .filter(day -> day.isAfter(district.setting().today()))
                .orElse(district.setting().today());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RequestException("the date must be yyyy-MM-dd");
        }
    }

    private Hotspot living(@Nullable String id, Dice dice) {
        if (id == null && !hotspots.isEmpty()) {
            return dice.pick(List.copyOf(hotspots.values()));
        }
        Hotspot found = id == null ? null : hotspots.get(id);
        if (found == null) {
            throw new RequestException(id == null ? "no hotspot is left" : "no hotspot " + id);
        }
        return found;
    }

    private static LedgerEntry entry(Hotspot hotspot, LedgerEntry.State state) {
        Map<String, String> facts =
                Map.of("commune", hotspot.commune(), "source", hotspot.source(), "row", hotspot.row());
        return new LedgerEntry(hotspot.key(), hotspot.row(), state, facts);
    }
}
