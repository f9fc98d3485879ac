// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.ioc.hub.app.StartupException;

/** Refuses unsafe configurations before anything listens, naming each. */
public final class StartupCheck {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    private StartupCheck() {}

    /** @throws StartupException naming every unsafe setting */
    public static void check(Environment environment) {
        List<String> problems =
                environment.acceptsProfiles(Profiles.of("embedded")) ? embedded(environment) : production(environment);
        if (!problems.isEmpty()) {
            throw new StartupException(
                    StartupException.Reason.UNSAFE_CONFIGURATION,
                    "unsafe configuration: " + String.join("; ", problems));
        }
    }

    private static List<String> embedded(Environment environment) {
        List<String> problems = new ArrayList<>();
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            problems.add("the embedded issuer cannot run in production: drop the profile 'embedded'");
        }
        if (!LOOPBACK.contains(environment.getProperty("server.address", ""))) {
            problems.add("the embedded issuer listens on loopback only: set server.address=127.0.0.1");
        }
        String neo4j = environment.getProperty("spring.neo4j.uri", "");
        if (!LOOPBACK.contains(String.valueOf(
                URI.create(neo4j.isEmpty() ? "bolt://127.0.0.1" : neo4j).getHost()))) {
            problems.add("the profile 'embedded' is for embedded stores only: spring.neo4j.uri is elsewhere");
        }
        return problems;
    }

    private static List<String> production(Environment environment) {
        List<String> problems = new ArrayList<>();
        boolean issuer =
                environment.containsProperty(JWT + "issuer-uri") || environment.containsProperty(JWT + "jwk-set-uri");
        if (!issuer) {
            problems.add("no token issuer: set " + JWT + "issuer-uri");
        }
        if (!environment.containsProperty(JWT + "audiences") && !environment.containsProperty(JWT + "audiences[0]")) {
            problems.add("no audience: set " + JWT + "audiences");
        }
        if (environment.containsProperty("hub.issuer.url")) {
            problems.add("hub.issuer.url belongs to the embedded profile");
        }
        if (Set.of("", "neo4j").contains(environment.getProperty("spring.neo4j.authentication.password", ""))) {
            problems.add("spring.neo4j.authentication.password is empty or the default");
        }
        if (environment.getProperty("hub.cors.allowed-origins", "").contains("*")) {
            problems.add("hub.cors.allowed-origins may not be '*'");
        }
        if (environment.getProperty("spring.graphql.graphiql.enabled", Boolean.class, false)) {
            problems.add("GraphiQL is for the embedded profile");
        }
        return problems;
    }
}
