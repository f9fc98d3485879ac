// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.MemoryGraph;
import vn.ioc.integrations.change.StreamId;

/** Pages of petitions over HTTP, with what goes wrong on the way. */
final class PetitionsOverHttpTest {
    private static final StreamId STREAM = new StreamId("smart-btm", "petitions");
    private static final String NOTHING = "{\"code\":200,\"totalrow\":0,\"data\":[]}";

    private final MemoryGraph graph = new MemoryGraph();
    private WireServer server;
    private SourceRunner runner;

    @BeforeEach
    void start() {
        server = new WireServer(WireServer.json(NOTHING));
        runner = TestRunner.of(
                graph,
                Map.of("SMART_BTM_URL", server.url() + "/petitions", "SMART_BTM_TOKEN", "secret-token"),
                "smart-btm");
    }

    @AfterEach
    void stop() {
        runner.close();
        server.close();
    }

    /** Two pages of 50 rows hold 55: the second one begins with the last row of the first. */
    private static String page(int number) {
        StringBuilder rows = new StringBuilder();
        int from = number == 1 ? 1 : 50;
        int to = number == 1 ? 50 : 55;
        for (int id = from; id <= to; id++) {
            rows.append(rows.isEmpty() ? "" : ",").append(row(id));
        }
        return "{\"code\":200,\"totalrow\":55,\"data\":[" + rows + "]}";
    }

    private static String row(int id) {
        return "{\"PhanAnhID\":" + id + ",\"ChuyenMucID\":1,\"TenChuyenMuc\":\"Giao thông\",\"TieuDe\":\"Đường hỏng "
                + id
                + "\",\"NgayPhanAnh\":\"01/02/2023 08:00:00\",\"TrangThai\":1,\"CongKhai\":1,\"NgayCapNhat\":\"02/02/2023 0"
                + id % 10 + ":00:00\"}";
    }

    private void servesPages() {
        server.becomes((exchange, body) -> {
            if (!"secret-token".equals(exchange.getRequestHeaders().getFirst("token"))) {
                WireServer.json("{\"code\":401}").answer(exchange, body);
            } else if (body.contains("\"LoaiXuLy\":\"0\"")) {
                WireServer.json(NOTHING).answer(exchange, body);
            } else {
                WireServer.json(page(body.contains("\"Page\":1,") ? 1 : 2)).answer(exchange, body);
            }
        });
    }

    private StreamState pull() {
        return runner.runNow("smart-btm").getFirst();
    }

    @Test
    void allPagesArriveOnceAndTheNextPullReadsFromTheLastChangeOn() {
        servesPages();
        StreamState state = pull();
        assertThat(state.state()).as(state.problem()).isEqualTo(StreamState.State.CURRENT);
        assertThat(graph.live("Petition")).hasSize(55);
        assertThat(graph.live("Contact")).hasSize(55);
        assertThat(server.requests()).hasSize(3).first().asString().contains("\"TuNgay\":\"01/01/2020 00:00:00\"");
        assertThat(graph.checkpoint(STREAM).poll()).isEqualTo(1);

        pull();
        assertThat(server.requests().get(3)).contains("\"TuNgay\":\"02/02/2023 08:00:00\"");
        assertThat(runner.states().getFirst().tally().unchanged()).isEqualTo(168);
        assertThat(graph.live("Petition")).hasSize(55);
        assertThat(graph.notes())
                .containsExactly(
                        STREAM + " STARTED", STREAM + " SUCCEEDED", STREAM + " STARTED", STREAM + " SUCCEEDED");
    }

    @Test
    void aSourceThatAsksToWaitIsAskedAgain() {
        servesPages();
        server.next(WireServer.status(429, "Retry-After", "1"), WireServer.status(503), WireServer.status(500));
        long start = System.nanoTime();
        assertThat(pull().state()).isEqualTo(StreamState.State.CURRENT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
        assertThat(graph.live("Petition")).hasSize(55);
    }

    @Test
    void aSignInPageFailsThePullAndNothingIsTaken() {
        server.becomes((exchange, body) -> WireServer.send(exchange, 200, "text/html", "<html>Đăng nhập</html>"));
        StreamState state = pull();
        assertThat(state.state()).isEqualTo(StreamState.State.FAILED);
        assertThat(state.problem()).isEqualTo("the source answered with a page for people");
        assertThat(server.requests()).hasSize(4);
        assertThat(graph.pages()).isEmpty();
        assertThat(graph.checkpoint(STREAM).cursor()).isEmpty();
        assertThat(graph.notes().getLast()).isEqualTo(STREAM + " FAILED the source answered with a page for people");
    }

    @Test
    void aPageThatWasCutOnceIsFetchedAgainAndOneThatStaysCutFailsThePull() {
        servesPages();
        server.next(
                WireServer.json(NOTHING),
                (exchange, body) -> WireServer.json(page(1).substring(0, 900)).answer(exchange, body));
        assertThat(pull().state()).isEqualTo(StreamState.State.CURRENT);
        assertThat(graph.live("Petition")).hasSize(55);

        graph.reset(STREAM);
        int taken = graph.pages().size();
        server.becomes(WireServer.json(page(1).substring(0, 900)));
        assertThat(pull().state()).isEqualTo(StreamState.State.FAILED);
        assertThat(graph.pages()).hasSize(taken);
        assertThat(runner.states().getFirst().problem()).contains("is not well-formed JSON at line 1");
    }

    @Test
    void aConnectionThatBreaksOffIsTriedAgain() {
        servesPages();
        server.next((exchange, body) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write(NOTHING.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
        assertThat(pull().state()).isEqualTo(StreamState.State.CURRENT);
        assertThat(graph.live("Petition")).hasSize(55);
    }

    @Test
    void aTotalThatIsNotMetFailsThePull() {
        server.becomes(WireServer.json("{\"code\":200,\"totalrow\":9,\"data\":[" + row(1) + "]}"));
        StreamState state = pull();
        assertThat(state.state()).isEqualTo(StreamState.State.FAILED);
        assertThat(state.problem()).isEqualTo("the source counts 9 rows but gave 1");
        assertThat(graph.pages()).isEmpty();
    }

    @Test
    void aPageThatComesTwiceInsteadOfTheNextOneFailsThePullAndKeepsThePlace() {
        server.becomes((exchange, body) -> WireServer.json(body.contains("\"LoaiXuLy\":\"0\"") ? NOTHING : page(1))
                .answer(exchange, body));
        assertThat(pull().state()).isEqualTo(StreamState.State.FAILED);
        assertThat(graph.checkpoint(STREAM).cursor()).isEmpty();
    }

    @Test
    void aRefusedTokenIsNotTriedAgain() {
        server.becomes(WireServer.json("{\"code\":401,\"message\":\"Token không hợp lệ\"}"));
        StreamState state = pull();
        assertThat(state.state()).isEqualTo(StreamState.State.FAILED);
        assertThat(state.problem())
                .isEqualTo("the source says 401 in its answer")
                .doesNotContain("secret-token");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aRedirectToAnotherHostIsRefused() {
        server.becomes(WireServer.status(302, "Location", "http://169.254.169.254/latest"));
        StreamState state = pull();
        assertThat(state.problem()).isEqualTo("the source points to another host; that is refused");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void headersOfAnAnswerDoNotSteerTheNextRequest() {
        servesPages();
        server.next((exchange, body) -> {
            exchange.getResponseHeaders().set("CamelHttpUri", "http://127.0.0.1:1/elsewhere");
            exchange.getResponseHeaders().set("CamelHttpPath", "/elsewhere");
            WireServer.json(NOTHING).answer(exchange, body);
        });
        assertThat(pull().state()).isEqualTo(StreamState.State.CURRENT);
        assertThat(server.requests()).allMatch(r -> r.startsWith("POST /petitions/theodonvi "));
    }

    @Test
    void aProcessWithoutTheLeaseStandsBy() {
        graph.leaseElsewhere(true);
        assertThat(pull().state()).isEqualTo(StreamState.State.STANDBY);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aPullWhoseStreamWasTakenAwayIsFenced() {
        servesPages();
        server.next((exchange, body) -> {
            graph.takeAway(STREAM);
            WireServer.json(NOTHING).answer(exchange, body);
        });
        assertThat(pull().state()).isEqualTo(StreamState.State.STANDBY);
        assertThat(graph.pages()).isEmpty();
    }

    @Test
    void aGraphThatIsAwayFailsThePull() {
        servesPages();
        graph.makeUnreachable(true);
        StreamState state = pull();
        assertThat(state.state()).isEqualTo(StreamState.State.FAILED);
        assertThat(state.problem()).isEqualTo("the graph did not take a page");
        graph.makeUnreachable(false);
        assertThat(pull().state()).isEqualTo(StreamState.State.CURRENT);
    }

    @Test
    void aMissingParameterIsNamed() {
        try (SourceRunner unset = TestRunner.of(new MemoryGraph(), Map.of(), "smart-btm")) {
            StreamState state = unset.runNow("smart-btm").getFirst();
            assertThat(state.state()).isEqualTo(StreamState.State.UNCONFIGURED);
            assertThat(state.problem()).isEqualTo("the parameter SMART_BTM_TOKEN is not set");
        }
    }

    @Test
    void aPreviewWritesNothing() {
        servesPages();
        Preview preview = runner.preview("smart-btm", 7, Duration.ofMinutes(1));
        assertThat(preview.outcomes()).hasSize(7);
        assertThat(preview.problems()).isEmpty();
        assertThat(graph.pages()).isEmpty();
        assertThat(graph.notes()).isEmpty();
    }

    @Test
    void aPreviewOfASlowSourceEndsInTimeAndSaysSo() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        server.becomes((exchange, body) -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            WireServer.json(NOTHING).answer(exchange, body);
        });
        Preview preview = runner.preview("smart-btm", 7, Duration.ofMillis(200));
        asked.countDown();
        assertThat(preview.complete()).isFalse();
        assertThat(preview.listed()).isEmpty();
        assertThat(preview.problems()).singleElement().asString().endsWith("was not read to its end within 200 ms");
    }

    @Test
    void aPreviewThatIsToldToComeLaterSaysSo() {
        server.next(WireServer.status(429, "Retry-After", "60"));
        assertThat(runner.preview("smart-btm", 7, Duration.ofSeconds(1)).problems())
                .singleElement()
                .asString()
                .endsWith("within 1000 ms; the source answered with status 429");
    }

    @Test
    void aDeletedPetitionIsATombstoneForItselfAndItsSender() {
        servesPages();
        pull();
        server.becomes((exchange, body) -> WireServer.json(
                        body.contains("\"LoaiXuLy\":\"0\"")
                                ? NOTHING
                                : "{\"code\":200,\"totalrow\":1,\"data\":[{\"PhanAnhID\":7,\"ChuyenMucID\":1,\"TieuDe\":null,"
                                        + "\"TrangThai\":-1,\"NgayCapNhat\":\"03/02/2023 08:00:00\",\"CongKhai\":1}]}")
                .answer(exchange, body));
        assertThat(pull().state()).isEqualTo(StreamState.State.CURRENT);
        assertThat(graph.live("Petition")).hasSize(54).doesNotContainKey("smart-btm/7");
        assertThat(graph.live("Contact")).hasSize(54);
    }
}
