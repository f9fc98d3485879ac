// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.client;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * An example of a client in Java, to be copied: what is overdue on a day, asked with Spring's {@link HttpGraphQlClient}. It needs
 * {@code spring-graphql}, {@code spring-webflux} and a JSON mapper, nothing of the hub.
 */
@NullMarked
public final class BriefOfTheDay {
    private static final String QUESTION = """
            query BriefOfTheDay($today: Date!, $startOfToday: DateTime!) {
              overdueDossiers: dossierAggregate(
                where: {dueAt: {lt: $startOfToday}, endedAt: {isNull: true}}, by: [{agency: VALUE}], orderBy: COUNT) {
                count
                key { agency { name } }
                min { dueAt }
              }
              overduePetitions: petitions(where: {dueOn: {lt: $today}, answeredAt: {isNull: true}}, orderBy: [{dueOn: ASC}]) {
                edges { node { code subject dueOn handler { name } } }
              }
            }
            """;

    private final HttpGraphQlClient hub;

    /**
     * @param address of the hub, without a path
     * @param token gives an access token that is still good; asked before each operation
     */
    public BriefOfTheDay(URI address, Supplier<String> token) {
        WebClient http = WebClient.builder()
                .clientConnector(new JdkClientHttpConnector())
                .baseUrl(address.resolve("/graphql").toString())
                .filter((request, next) -> next.exchange(ClientRequest.from(request)
                        .headers(headers -> headers.setBearerAuth(token.get()))
                        .build()))
                .build();
        hub = HttpGraphQlClient.create(http);
    }

    /**
     * What was overdue when the day began.
     *
     * @throws RefusedException when the hub answers with an error
     */
    public Brief of(LocalDate day) {
        ClientGraphQlResponse answer = hub.document(QUESTION)
                .variable("today", day.toString())
                .variable("startOfToday", day + "T00:00:00+07:00")
                .executeSync();
        if (!answer.getErrors().isEmpty()) {
            throw new RefusedException(answer.getErrors().getFirst());
        }
        return Objects.requireNonNull(answer.toEntity(Brief.class), "data");
    }

    /** The answer, in the words of the question. */
    public record Brief(List<Overdue> overdueDossiers, Petitions overduePetitions) {}

    public record Overdue(int count, Key key, Earliest min) {}

    public record Key(@Nullable Named agency) {}

    public record Earliest(@Nullable OffsetDateTime dueAt) {}

    public record Named(String name) {}

    public record Petitions(List<Edge> edges) {}

    public record Edge(Petition node) {}

    public record Petition(
            String code,
            String subject,
            LocalDate dueOn,
            @Nullable Named handler) {}

    /** What the hub says when it does not answer; schema/README.md lists the codes. */
    public static final class RefusedException extends RuntimeException {
        private final String code;

        RefusedException(ResponseError error) {
            super(error.getMessage());
            code = String.valueOf(error.getExtensions().get("code"));
        }

        /** {@code extensions.code} of the first error, such as {@code LIMIT_COST}. */
        public String code() {
            return code;
        }
    }
}
