// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.simulator.district.Setting;

class StandInIT {
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private StandIn standIn;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        standIn = new StandIn(
                new Setting(7, Asking.TODAY, 1), Clock.systemUTC(), Asking.TOKEN, StandIn.Ports.any(), folder);
        standIn.start(0);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void bothSystemsAnswerOnOnePort() throws Exception {
        assertThat(json.readTree(page(1).body()).get("totalrow").asInt()).isEqualTo(62);
        JsonNode packages = json.readTree(get("/qoffice/packages?limit=2").body());
        String id = packages.get("data").get(0).get("id").asString();
        assertThat(get("/qoffice/packages/" + id).headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        assertThat(get("/nothing/here").statusCode()).isEqualTo(404);
        assertThat(get("/qoffice/packages?limit=many").statusCode()).isEqualTo(400);
    }

    @Test
    void faultsComeAsOftenAsAskedAndThenEnd() throws Exception {
        control("fault?system=petitions&kind=too-many-requests&times=2&amount=3");
        control("fault?system=petitions&kind=unavailable");
        HttpResponse<String> first = page(1);
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("retry-after")).hasValue("3");
        assertThat(page(1).statusCode()).isEqualTo(429);
        assertThat(get("/qoffice/packages?limit=1").statusCode()).isEqualTo(200);
        assertThat(page(1).statusCode()).isEqualTo(503);
        assertThat(page(1).statusCode()).isEqualTo(200);
    }

    @Test
    void aPageOfHtmlComesWithStatus200() throws Exception {
        control("fault?system=petitions&kind=html");
        HttpResponse<String> html = page(1);
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void aCutPageIsNoJsonAndADroppedOneNoAnswer() throws Exception {
        control("fault?system=petitions&kind=cut");
        String half = page(1).body();
        assertThatThrownBy(() -> json.readTree(half)).isInstanceOf(JacksonException.class);
        control("fault?system=petitions&kind=dropped");
        assertThatThrownBy(() -> page(1)).isInstanceOf(IOException.class);
    }

    @Test
    void totalsAndPagesCanBeWrong() throws Exception {
        String first = page(1).body();
        control("fault?system=petitions&kind=wrong-total");
        assertThat(json.readTree(page(2).body()).get("totalrow").asInt()).isEqualTo(69);
        control("fault?system=petitions&kind=duplicate-page");
        assertThat(page(2).body()).isEqualTo(first);
        assertThat(page(2).body()).isNotEqualTo(first);
    }

    @Test
    void anAnswerCanBeSlowOrUnauthorized() throws Exception {
        control("fault?system=petitions&kind=slow&amount=300");
        long start = System.nanoTime();
        assertThat(page(1).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
        control("fault?system=petitions&kind=unauthorized");
        assertThat(page(1).statusCode()).isEqualTo(401);
        control("fault?system=petitions&kind=token-refused");
        assertThat(json.readTree(page(1).body()).get("code").asInt()).isEqualTo(401);
        assertThat(control("fault?system=petitions&kind=earthquake").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theLedgerAndTheFolderFollowEachChange() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("qoffice"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".edxml"))).hasSizeGreaterThan(400);
        }
        JsonNode edited =
                json.readTree(control("edit?system=qoffice&count=2").body()).get("changed");
        String name = edited.get(0).get("facts").get("package").asString() + ".edxml";
        assertThat(folder.resolve("qoffice").resolve(name)).exists();
        control("delete?system=petitions&count=3&how=mark");
        control("add?system=petitions");
        JsonNode ledger = json.readTree(
                send(request(standIn.controlAddress() + "/control/ledger")).body());
        assertThat(ledger.get("petitions").get("live").asInt()).isEqualTo(58);
        assertThat(ledger.get("petitions").get("deleted").asInt()).isEqualTo(3);
        assertThat(ledger.get("petitions").get("excluded").asInt()).isEqualTo(2);
        assertThat(ledger.get("qoffice").get("refused").asInt()).isEqualTo(11);
    }

    @Test
    void lifeChangesThingsByItself() throws Exception {
        try (StandIn lively = new StandIn(
                new Setting(7, Asking.TODAY, 1), Clock.systemUTC(), Asking.TOKEN, StandIn.Ports.any(), null)) {
            HttpRequest ledger =
                    request(lively.controlAddress() + "/control/ledger").build();
            lively.start(1200);
            String before =
                    client.send(ledger, HttpResponse.BodyHandlers.ofString()).body();
            Thread.sleep(400);
            assertThat(client.send(ledger, HttpResponse.BodyHandlers.ofString()).body())
                    .isNotEqualTo(before);
        }
    }

    @Test
    void aPortInUseIsSaidInOneLine() {
        int taken = URI.create(standIn.address()).getPort();
        assertThatThrownBy(() -> new StandIn(
                        new Setting(7, Asking.TODAY, 1),
                        Clock.systemUTC(),
                        Asking.TOKEN,
                        new StandIn.Ports("127.0.0.1", taken, 0, null),
                        null))
                .isInstanceOf(java.net.BindException.class);
    }

    private HttpResponse<String> page(int number) throws IOException, InterruptedException {
        String body = "{\"MaDinhDanh\":\"000.00.15.H47\",\"Page\":" + number + ",\"Perpage\":20}";
        return send(request(standIn.address() + "/petitions/theodonvi")
                .header("token", Asking.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(standIn.address() + path));
    }

    private HttpResponse<String> control(String path) throws IOException, InterruptedException {
        return send(request(standIn.controlAddress() + "/control/" + path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10));
    }
}
