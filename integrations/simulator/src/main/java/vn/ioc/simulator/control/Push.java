// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.control;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Json;
import vn.ioc.simulator.wire.Pushing;
import vn.ioc.simulator.wire.RequestException;

/** Sends notices to a consumer and reports how each was received. */
final class Push {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param token sent as a bearer token when it is not blank */
    Answer send(Pushing system, String to, String token, int count) {
        URI address;
        try {
            address = URI.create(to);
        } catch (IllegalArgumentException e) {
            throw new RequestException("to must be an address");
        }
        ArrayNode sent = Json.array();
        for (int i = 0; i < count; i++) {
            Pushing.Notice notice = system.next();
            ObjectNode line = Json.object()
                    .put("id", notice.changed().id())
                    .put("version", notice.changed().version());
            sent.add(line.put("status", post(address, token, notice)));
        }
        ObjectNode answer = Json.object();
        answer.set("sent", sent);
        return Answer.json(200, answer);
    }

    private int post(URI to, String token, Pushing.Notice notice) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", notice.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(notice.body()));
        if (!token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new RequestException("nobody answers at " + to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestException("interrupted");
        }
    }
}
