// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.RequestException;

/** The dossiers as they are now; both wires show them. A deleted dossier vanishes, for neither format has a mark. */
public final class Counter {
    private final District district;
    private final List<Procedure> procedures = ProcedureBook.read();
    private final DossierBook book;
    private final TreeMap<String, Dossier> dossiers = new TreeMap<>();
    private final TreeMap<String, Dossier> gone = new TreeMap<>();
    private long changes;

    public Counter(District district) {
        this.district = district;
        this.book = new DossierBook(district, procedures);
        book.write().forEach(dossier -> dossiers.put(dossier.code(), dossier));
    }

    List<Procedure> procedures() {
        return procedures;
    }

    /** By code. */
    synchronized List<Dossier> dossiers() {
        return List.copyOf(dossiers.values());
    }

    /** An open dossier moves on; one that is done gets a note. */
    synchronized LedgerEntry edit(@Nullable String code) {
        Dice dice = district.setting().dice("dossier edit", ++changes);
        Dossier old = living(code, dice);
        LocalDateTime at = district.clock().after(old.updated());
        Dossier next = switch (old.status()) {
            case 1, 2 -> old.advanced(4, at, step(old, "Thẩm định hồ sơ", 4, at, dice));
            case 4, 5, 6 -> old.advanced(9, at, step(old, "Ký duyệt kết quả", 9, at, dice));
            case 9 -> old.advanced(10, at, step(old, "Trả kết quả", 10, at, dice));
            default -> old.noted("Ghi chú lần " + changes, at);
        };
        dossiers.put(next.code(), next);
        return entry(next, false);
    }

    synchronized LedgerEntry delete(@Nullable String code) {
        Dossier old = living(code, district.setting().dice("dossier delete", ++changes));
        dossiers.remove(old.code());
        gone.put(old.code(), old);
        return entry(old, true);
    }

    synchronized LedgerEntry add() {
        Dossier received = book.receive(++changes, district.clock().now());
        dossiers.put(received.code(), received);
        return entry(received, false);
    }

    synchronized List<LedgerEntry> ledger() {
        TreeMap<String, LedgerEntry> entries = new TreeMap<>();
        dossiers.values().forEach(d -> entries.put(d.code(), entry(d, false)));
        gone.values().forEach(d -> entries.put(d.code(), entry(d, true)));
        return List.copyOf(entries.values());
    }

    private static Dossier.Step step(Dossier old, String work, int status, LocalDateTime at, Dice dice) {
        return DossierWriter.step(dice, "Chuyên viên", old.body().shortName(), work, status, at, old.updated());
    }

    private Dossier living(@Nullable String code, Dice dice) {
        if (code == null && !dossiers.isEmpty()) {
            return dice.pick(List.copyOf(dossiers.values()));
        }
        Dossier found = code == null ? null : dossiers.get(code);
        if (found == null) {
            throw new RequestException(code == null ? "no dossier is left" : "no dossier " + code);
        }
        return found;
    }

    private static LedgerEntry entry(Dossier dossier, boolean deleted) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("body", dossier.body().code());
        facts.put("procedure", dossier.procedure().code());
        facts.put("level", dossier.procedure().ofCommune() ? "commune" : "district");
        facts.put("status", Integer.toString(dossier.status()));
        facts.put("handled", Boolean.toString(dossier.handled()));
        facts.put("late", Boolean.toString(dossier.late()));
        facts.put("steps", Integer.toString(dossier.steps().size()));
        facts.put("applicant", dossier.applicant().name());
        facts.put("officialNumber", dossier.applicant().officialNumber());
        LedgerEntry.State state = deleted ? LedgerEntry.State.DELETED : LedgerEntry.State.LIVE;
        return new LedgerEntry(dossier.code(), dossier.updated().toString(), state, facts);
    }
}
