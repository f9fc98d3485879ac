// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One system of the district: what it answers, and the hands that change it. Implementations are safe for threads. */
public interface SourceSystem {
    /** The first segment of its addresses and its name at the control address. */
    String name();

    /** @throws RequestException when the request cannot be understood */
    Answer answer(Request request);

    /**
     * Changes one record and gives it a newer version.
     *
     * @param id which one; null for any that is alive
     * @return the entry as it is now
     * @throws RequestException when there is no such living record
     */
    LedgerEntry edit(@Nullable String id);

    /**
     * Removes one record.
     *
     * @param silently true when it is to vanish from the lists without a mark
     * @throws RequestException when there is no such living record
     */
    LedgerEntry delete(@Nullable String id, boolean silently);

    /** Adds one record, dated now. */
    LedgerEntry add();

    /** Everything that this system holds or held, in a stable order. */
    List<LedgerEntry> ledger();

    /** The same records as files by name, for systems that also hand over a folder; else empty. */
    default Map<String, byte[]> files() {
        return Map.of();
    }
}
