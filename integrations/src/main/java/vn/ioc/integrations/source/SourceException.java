// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.util.List;

/** A source folder that cannot be used. Each problem is one line, {@code file:line: what is wrong; what is allowed}. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a folder was refused. */
    public enum Reason {
        /** No such folder, or no {@code source.yaml} in it. */
        NOT_FOUND,
        /** Not YAML, keys twice, or aliases. */
        SYNTAX,
        /** Not what {@code source.schema.json} allows. */
        SHAPE,
        /** Names a type, field, link, list or function that does not fit. */
        MEANING,
        /** A parameter that nobody sets. */
        UNCONFIGURED
    }

    private final Reason reason;
    private final transient List<String> problems;

    public SourceException(Reason reason, List<String> problems) {
        super(String.join("\n", problems));
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    public Reason reason() {
        return reason;
    }

    /** One line each, in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
