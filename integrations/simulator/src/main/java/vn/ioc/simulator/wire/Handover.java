// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A system that only hands files over; over HTTP {@code GET /} lists them and {@code GET /<name>} gives one. */
public final class Handover implements SourceSystem {
    private final String name;
    private final Rows rows;

    /** What the files hold, and how they change. Called by one thread at a time. */
    public interface Rows {
        /** By file name. */
        Map<String, byte[]> files();

        /** One entry for each row, in a stable order. */
        List<LedgerEntry> ledger();

        /** Corrects a row; null means any. */
        LedgerEntry edit(@Nullable String id);

        /** Strikes a row out of its file. */
        LedgerEntry delete(@Nullable String id);

        LedgerEntry add();
    }

    public Handover(String name, Rows rows) {
        this.name = name;
        this.rows = rows;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Answer answer(Request request) {
        Map<String, byte[]> files = new TreeMap<>(rows.files());
        if (request.path().equals("/")) {
            return Answer.text(200, String.join("\n", files.keySet()) + "\n");
        }
        byte[] bytes = files.get(request.path().substring(1));
        if (bytes == null) {
            return Answer.error(404, "no such file");
        }
        return Answer.bytes(
                request.path().endsWith(".csv")
                        ? "text/csv"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes);
    }

    @Override
    public synchronized Map<String, byte[]> files() {
        return rows.files();
    }

    @Override
    public synchronized LedgerEntry edit(@Nullable String id) {
        return rows.edit(id);
    }

    @Override
    public synchronized LedgerEntry delete(@Nullable String id, boolean silently) {
        return rows.delete(id);
    }

    @Override
    public synchronized LedgerEntry add() {
        return rows.add();
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        return rows.ledger();
    }
}
