// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.language.SourceLocation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import vn.ioc.hub.api.ErrorCode;

/** An operation that is refused before it runs, with the code and the words that the client gets. */
public final class Refusal extends AbortExecutionException {
    private static final long serialVersionUID = 1L;
    private final ErrorCode code;
    private final transient Map<String, Object> further;
    private final @Nullable Instant retryAt;

    public Refusal(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** @param further extensions beside the code */
    Refusal(ErrorCode code, String message, Map<String, Object> further) {
        this(code, message, further, null);
    }

    private Refusal(ErrorCode code, String message, Map<String, Object> further, @Nullable Instant retryAt) {
        super(message);
        this.code = code;
        this.further = Map.copyOf(further);
        this.retryAt = retryAt;
    }

    static Refusal until(Instant retryAt, String message, Map<String, Object> further) {
        return new Refusal(ErrorCode.RATE_LIMITED, message, further, retryAt);
    }

    static Refusal tooMany(ErrorCode code, String what, long found, long allowed) {
        return new Refusal(code, what + ": " + found + "; at most " + allowed + " are allowed");
    }

    ErrorCode code() {
        return code;
    }

    /** When the same would be let through; empty when never. */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }

    /** The error as it is answered. */
    public GraphQLError error() {
        Map<String, Object> extensions = new java.util.LinkedHashMap<>(further);
        extensions.put("code", code.name());
        return GraphQLError.newError()
                .message("%s", String.valueOf(getMessage()))
                .errorType(ErrorType.BAD_REQUEST)
                .extensions(extensions)
                .build();
    }

    @Override
    public Map<String, Object> getExtensions() {
        return error().getExtensions();
    }

    @Override
    public List<SourceLocation> getLocations() {
        return List.of();
    }
}
