// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import org.jspecify.annotations.Nullable;

/** The index cannot follow the graph now. Messages name no host and no value of a record. */
public final class IndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Elasticsearch does not answer or refuses for now; the same is tried again. */
        LATER,
        /** The alias has no index: it has to be built. */
        MISSING,
        /** A rebuilt index does not hold what the graph holds; the old one was kept. */
        COUNTS_DIFFER,
        /** The hub is stopping. */
        STOPPED
    }

    private final Reason reason;

    IndexException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
