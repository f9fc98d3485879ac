// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import org.jspecify.annotations.Nullable;

/** A search that cannot be answered. Messages may be shown to clients: they name no host, class or query. */
public final class SearchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, and with it the code that clients get. */
    public enum Reason {
        /** Elasticsearch does not answer, or not in time. */
        UNAVAILABLE,
        /** The query is longer than allowed. */
        TOO_LONG,
        /** The cursor is not one of this query's. */
        BAD_CURSOR,
        /** The filter or a facet names what there is not, or a value of the wrong kind. */
        BAD_FILTER
    }

    private final Reason reason;

    public SearchException(Reason reason, String message) {
        this(reason, message, null);
    }

    public SearchException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
