// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.app.security.DemoUsers;

/** Calls a running hub as a demo user. */
final class HubClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();
    private final HubState hub;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private HubClient(HubState hub) {
        this.hub = hub;
    }

    static HubClient on(int port) {
        return new HubClient(HubState.find(port)
                .orElseThrow(() -> new CommandException(
                        "no hub runs on port " + port + "; start one with ./ioc up, or name its port with --port")));
    }

    /** An access token of a demo user. */
    String token(String user, Optional<String> area) {
        return token(user, area.map(a -> Map.of("area", a)).orElse(Map.of()));
    }

    /** A token with which one source's documents can be pushed. */
    String pushToken(String source) {
        return token(DemoUsers.PUSH, Map.of("source", source));
    }

    private String token(String user, Map<String, String> asked) {
        String secret = DemoUsers.secret(HexFormat.of().parseHex(hub.key()), user);
        String basic = Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=client_credentials"
                + asked.entrySet().stream()
                        .map(e -> "&" + e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.address() + "/oauth2/token"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        JsonNode answer = send(request);
        if (!answer.path("access_token").isString()) {
            throw new CommandException("the hub gave no token for '" + user + "'");
        }
        return answer.path("access_token").asString();
    }

    /** The {@code data} of an operation as {@code integrator}; the first error's message fails the command. */
    JsonNode query(String document, Map<String, Object> variables, Duration limit) {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.address() + "/graphql"))
                .timeout(limit)
                .header("Authorization", "Bearer " + token("integrator", Optional.empty()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        JsonNode answer = send(request);
        JsonNode errors = answer.path("errors");
        if (!errors.isEmpty()) {
            throw new CommandException(errors.get(0).path("message").asString("the hub refused"));
        }
        return answer.path("data");
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new CommandException("the hub at " + hub.address() + " does not answer; is ./ioc up still running?");
        } catch (JacksonException e) {
            throw new CommandException("what answers at " + hub.address() + " is not a hub");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        }
    }
}
