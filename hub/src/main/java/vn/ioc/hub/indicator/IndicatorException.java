// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.util.List;

/** Indicator files that cannot be used, or a question about indicators that makes no sense. */
public final class IndicatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** A file; the problems name it. */
        BAD_FILE,
        /** An argument; the message says what is allowed. */
        BAD_REQUEST
    }

    private final Reason reason;

    public IndicatorException(Reason reason, List<String> problems) {
        super(String.join("\n", problems));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
