// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that sends its documents to a running hub. */
final class PushedDocuments {
    private static final String SOAP = "application/soap+xml; charset=utf-8";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningHub hub;
    private final String source;

    PushedDocuments(RunningHub hub, String source) {
        this.hub = hub;
        this.source = source;
    }

    /** One ONVIF notification: the camera's digital input went off. @param moment in UTC, e.g. 2026-06-30T02:15:00Z */
    static String notification(String camera, String moment) {
        return """
                <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:n="http://docs.oasis-open.org/wsn/b-2"
                    xmlns:tt="http://www.onvif.org/ver10/schema"><s:Body><n:Notify><n:NotificationMessage>
                <n:Topic>tns1:Device/Trigger/DigitalInput</n:Topic><n:Message><tt:Message UtcTime="%s">
                <tt:Source><tt:SimpleItem Name="InputToken" Value="%s"/></tt:Source>
                <tt:Data><tt:SimpleItem Name="LogicalState" Value="false"/></tt:Data></tt:Message></n:Message>
                </n:NotificationMessage></n:Notify></s:Body></s:Envelope>""".formatted(moment, camera);
    }

    void onlyTheScopeOfTheSourceOpensTheDoor(String otherRole) throws IOException, InterruptedException {
        String document = notification("CAM-0001", "2026-06-30T02:15:00Z");
        assertThat(send("nonsense", SOAP, document).statusCode()).isEqualTo(401);
        HttpResponse<String> refused = send(otherRole, SOAP, document);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        String token = hub.ioc("token", "push", "--source", "smart-btm").get(1);
        assertThat(send(token, SOAP, document).statusCode())
                .as("a token of another source")
                .isEqualTo(403);
    }

    void whatIsNoDocumentIsRefused() throws IOException, InterruptedException {
        assertThat(send(token(), "application/json", "{}").statusCode()).isEqualTo(415);
        assertThat(send(token(), SOAP, " ".repeat(4 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        JsonNode half = accepted("<s:Envelope><s:Body>");
        assertThat(half.path("rejected").asInt()).as(half.toString()).isEqualTo(1);
        JsonNode hostile = accepted("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Envelope>&e;</Envelope>");
        assertThat(hostile.path("rejected").asInt()).as(hostile.toString()).isEqualTo(1);
        assertThat(hostile.path("accepted").asInt()).isZero();
    }

    /** The state and the camera are two records; sent again they are what they were. */
    void aDocumentIsTakenOnceHoweverOftenItIsSent(String camera, String moment)
            throws IOException, InterruptedException {
        JsonNode first = accepted(notification(camera, moment));
        assertThat(first.path("accepted").asInt()).as(first.toString()).isEqualTo(2);
        JsonNode again = accepted(notification(camera, moment));
        assertThat(again.path("accepted").asInt()).as(again.toString()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
    }

    private JsonNode accepted(String document) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(token(), SOAP, document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body());
    }

    private String token() throws IOException, InterruptedException {
        return hub.ioc("token", "push", "--source", source).get(1);
    }

    private HttpResponse<String> send(String token, String type, String document)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.address() + "/ingest/" + source))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
