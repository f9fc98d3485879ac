// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

/** A question that the graph does not answer. The message is for the client: it names no class, statement, host or path. */
public final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** An argument makes no sense; the message says what is allowed. */
        BAD_REQUEST,
        /** A field that the caller may not read is filtered or ordered by. */
        FORBIDDEN_FIELD,
        /** More records than can be sorted without an index. */
        LIMIT_SORT,
        /** More records asked for than one operation may read. */
        LIMIT_NODES,
        /** Too many questions at once; worth trying again. */
        LIMIT_BUSY,
        /** The question took too long. */
        LIMIT_TIME,
        /** The graph cannot be reached; worth trying again. */
        UNAVAILABLE
    }

    private final Reason reason;

    public GraphException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    GraphException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static GraphException badRequest(String message) {
        return new GraphException(Reason.BAD_REQUEST, message);
    }

    public Reason reason() {
        return reason;
    }
}
