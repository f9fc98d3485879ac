// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;
import vn.ioc.hub.api.operation.Refusal;

/**
 * GraphQL over HTTP, where a spent budget also says so in HTTP's words: {@code Retry-After} in seconds, and the status 429 to
 * those who take {@code application/graphql-response+json}; to {@code application/json} every answer is a 200.
 */
final class HttpEndpoint extends GraphQlHttpHandler {
    private final Clock clock;

    HttpEndpoint(WebGraphQlHandler graphQl, Clock clock) {
        super(graphQl);
        this.clock = clock;
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> answer) {
        return super.prepareResponse(
                request,
                answer.doOnNext(response -> reset(response)
                        .ifPresent(reset -> response.getResponseHeaders()
                                .set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(reset))))));
    }

    @Override
    protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType type) {
        HttpStatus usual = super.selectResponseStatus(response, type);
        return usual.isError() && reset(response).isPresent() ? HttpStatus.TOO_MANY_REQUESTS : usual;
    }

    /** Rounded up: not a moment too early. */
    private long seconds(Instant reset) {
        return Math.max(
                1, Duration.between(clock.instant(), reset).plusMillis(999).toSeconds());
    }

    private static Optional<Instant> reset(WebGraphQlResponse response) {
        return response.getExecutionResult().getErrors().stream()
                .filter(Refusal.class::isInstance)
                .flatMap(refusal -> ((Refusal) refusal).retryAt().stream())
                .findFirst();
    }
}
