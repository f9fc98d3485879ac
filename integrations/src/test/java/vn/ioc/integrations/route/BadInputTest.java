// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ioc.integrations.MemoryGraph;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/** What a source may send by mistake or by malice: each with the state that its stream then has, nothing lost, nothing half taken. */
final class BadInputTest {
    private static final StreamId PETITIONS = new StreamId("smart-btm", "petitions");
    private static final String NOTHING = "{\"code\":200,\"totalrow\":0,\"data\":[]}";
    private static final String DANGER = "ngay,ma_xa,ten_xa,cap,nhiet_do_13h,do_am,chi_so_p\n";

    @TempDir
    Path folder;

    private final MemoryGraph graph = new MemoryGraph();
    private WireServer server;
    private SourceRunner runner;

    @BeforeEach
    void start() {
        server = new WireServer(WireServer.json(NOTHING));
        Map<String, String> parameters = Map.of(
                "SMART_BTM_URL", server.url(),
                "SMART_BTM_TOKEN", "secret-token",
                "FIRMS_URL", server.url(),
                "FIRMS_KEY", "secret-token",
                "DANGER_FOLDER", folder.toString(),
                "REFORM_FOLDER", folder.toString());
        runner = TestRunner.of(graph, parameters, "smart-btm", "forest-fire", "reform");
    }

    @AfterEach
    void stop() {
        runner.close();
        server.close();
    }

    private static String row(int id, String more) {
        return "{\"PhanAnhID\":" + id
                + ",\"ChuyenMucID\":1,\"TieuDe\":\"Đường hỏng\",\"NgayPhanAnh\":\"01/02/2023 08:00:00\","
                + "\"TrangThai\":1,\"CongKhai\":1,\"NgayCapNhat\":\"02/02/2023 08:00:00\"" + more + "}";
    }

    private static String list(int total, String... rows) {
        return "{\"code\":200,\"totalrow\":" + total + ",\"data\":[" + String.join(",", rows) + "]}";
    }

    /** Handled petitions are {@code rows}, open ones none. */
    private void serves(String rows) {
        server.becomes((exchange, body) -> WireServer.json(body.contains("\"LoaiXuLy\":\"0\"") ? NOTHING : rows)
                .answer(exchange, body));
    }

    private static Arguments answer(String what, WireServer.Handler handler, String problem, int requests) {
        return Arguments.of(what, handler, problem, requests);
    }

    /** @return what is answered, why the pull fails, and how often the same is asked: never again where asking does not help */
    static Stream<Arguments> answers() {
        return Stream.of(
                answer("wrong credentials", WireServer.status(401), "the source answered with status 401", 1),
                answer("no right", WireServer.status(403), "the source answered with status 403", 1),
                answer(
                        "too many requests for good",
                        WireServer.status(429, "Retry-After", "0"),
                        "the source answered with status 429",
                        4),
                answer("away for good", WireServer.status(503), "the source answered with status 503", 4),
                answer(
                        "a page for people",
                        (exchange, body) -> WireServer.send(exchange, 200, "text/html", "<html>Đăng nhập</html>"),
                        "the source answered with a page for people",
                        4),
                answer(
                        "a page for people that calls itself JSON",
                        WireServer.json("<html>Đăng nhập</html>"),
                        "the answer is not well-formed JSON at line 1",
                        4),
                answer("nothing at all", WireServer.json(""), "the answer is empty", 4),
                answer(
                        "a cut page",
                        WireServer.json(list(2, row(1, ""), row(2, "")).substring(0, 250)),
                        "the answer is not well-formed JSON at line 1",
                        4),
                answer(
                        "a total that is too high",
                        WireServer.json(list(9, row(1, ""))),
                        "the source counts 9 rows but gave 1",
                        4),
                answer(
                        "a total that is too low",
                        WireServer.json(list(1, row(1, ""), row(2, ""))),
                        "the source counts 1 rows but gave 2",
                        4),
                answer(
                        "no total",
                        WireServer.json("{\"code\":200,\"data\":[" + row(1, "") + "]}"),
                        "the answer does not say how many rows there are",
                        4),
                answer(
                        "bytes that are no text",
                        BadInputTest::bytes,
                        "the answer is not well-formed JSON at line 1",
                        4),
                answer("a compressed bomb", BadInputTest::bomb, "the answer is larger than 33554432 bytes", 1),
                answer(
                        "nesting without end",
                        WireServer.json("[".repeat(100_000)),
                        "the answer exceeds a limit of depth",
                        4));
    }

    private static void bytes(com.sun.net.httpserver.HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 4);
        exchange.getResponseBody().write(new byte[] {'[', (byte) 0xC3, (byte) 0x28, ']'});
    }

    private static void bomb(com.sun.net.httpserver.HttpExchange exchange, String body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] spaces = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                gzip.write(spaces);
            }
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, packed.size());
        packed.writeTo(exchange.getResponseBody());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void anAnswerThatIsNoListFailsThePullAndTheNextOneMissesNothing(
            String what, WireServer.Handler handler, String problem, int requests) {
        server.becomes(handler);
        StreamState state = runner.runNow("smart-btm").getFirst();
        assertThat(state.state()).as(state.problem()).isEqualTo(StreamState.State.FAILED);
        assertThat(state.problem()).contains(problem).doesNotContain("secret-token", "127.0.0.1", "Đăng nhập");
        assertThat(server.requests()).hasSize(requests);
        assertThat(graph.changes()).isEmpty();
        assertThat(graph.checkpoint(PETITIONS).cursor()).isEmpty();

        serves(list(2, row(1, ""), row(2, "")));
        assertThat(runner.runNow("smart-btm").getFirst().state()).isEqualTo(StreamState.State.CURRENT);
        assertThat(graph.live("Petition")).containsOnlyKeys("smart-btm/1", "smart-btm/2");
    }

    /** @return what is dirty, the row's fields, and the petition's field and value that they become; null = none */
    static Stream<Arguments> rows() {
        String decomposed = Normalizer.normalize("xã Trà Giác, đất lâm nghiệp", Normalizer.Form.NFD);
        GeoPoint there = new GeoPoint(15.2636, 108.1848);
        return Stream.of(
                Arguments.of(
                        "decomposed text",
                        ",\"NoiDungPhanAnh\":\"" + decomposed + "\"",
                        "content",
                        "xã Trà Giác, đất lâm nghiệp"),
                Arguments.of(
                        "doubled separators of a moment",
                        ",\"NgayTraLoi\":\"05//02/2023  09::30:00\"",
                        "answeredAt",
                        Instant.parse("2023-02-05T02:30:00Z")),
                Arguments.of(
                        "doubled separators of a day",
                        ",\"DenNgay\":\"19//01//2023\"",
                        "dueOn",
                        LocalDate.of(2023, 1, 19)),
                Arguments.of(
                        "coordinates as texts", ",\"ViDo\":\"15.2636\",\"KinhDo\":\" 108.1848 \"", "location", there),
                Arguments.of(
                        "coordinates with decimal commas",
                        ",\"ViDo\":\"15,2636\",\"KinhDo\":\"108,1848\"",
                        "location",
                        there),
                Arguments.of("coordinates swapped", ",\"ViDo\":108.1848,\"KinhDo\":15.2636", "location", there),
                Arguments.of("coordinates elsewhere", ",\"ViDo\":0,\"KinhDo\":0", "location", null),
                Arguments.of("a number as a text", ",\"DanhGia\":\"5\"", "rating", 5L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aDirtyRowIsKeptWithTheValueThatItMeans(String what, String fields, String field, Object value) {
        serves(list(1, row(1, fields)));
        StreamState state = runner.runNow("smart-btm").getFirst();
        assertThat(state.state()).as(state.problem()).isEqualTo(StreamState.State.CURRENT);
        assertThat(graph.rejections()).isEmpty();
        assertThat(graph.live("Petition").get("smart-btm/1").values().get(field))
                .isEqualTo(value);
    }

    private static Arguments file(String name, byte[] content, int taken, Rejected.Reason... rejected) {
        return Arguments.of(name, content, taken, rejected);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @return a file, how many records it gives, and why items are rejected */
    static Stream<Arguments> files() throws IOException {
        String rows = "12/04/2026,20926,Xã Trà Giác,IV,36,51,17250\n13//04/2026,20926,Xã Trà Giác,Cấp V,38,44,21040\n";
        return Stream.of(
                file("cap-du-bao-chay-rung-bom.csv", text("\uFEFF" + DANGER + rows), 2),
                file("cap-du-bao-chay-rung-semicolons.csv", text((DANGER + rows).replace(',', ';')), 2),
                file("cap-du-bao-chay-rung-both.csv", text("\uFEFF" + (DANGER + rows).replace(',', ';')), 2),
                file("cap-du-bao-chay-rung-crlf.csv", text((DANGER + rows).replace("\n", "\r\n")), 2),
                file("cap-du-bao-chay-rung-nfd.csv", text(Normalizer.normalize(DANGER + rows, Normalizer.Form.NFD)), 2),
                file(
                        "cap-du-bao-chay-rung-no-day.csv",
                        text(DANGER + "mai,20926,Xã Trà Giác,IV,36,51,17250\n" + rows),
                        2,
                        Rejected.Reason.CONVERSION),
                file(
                        "cap-du-bao-chay-rung-people.csv",
                        text("<html><body>Lỗi máy chủ</body></html>"),
                        0,
                        Rejected.Reason.UNREADABLE),
                file(
                        "cap-du-bao-chay-rung-latin.csv",
                        (DANGER + rows).getBytes(StandardCharsets.UTF_16),
                        0,
                        Rejected.Reason.UNREADABLE),
                file("chi-so-cchc-bomb.xlsx", zip("\0".repeat(1024 * 1024), 80), 0, Rejected.Reason.HOSTILE),
                file(
                        "chi-so-cchc-entities.xlsx",
                        zip("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>", 1),
                        0,
                        Rejected.Reason.UNREADABLE),
                file("chi-so-cchc-no-workbook.xlsx", text("<html>"), 0, Rejected.Reason.UNREADABLE));
    }

    private static byte[] zip(String part, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < times; i++) {
                zip.write(text(part));
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void ofAFileWhatCanBeReadIsTakenAndTheRestSaysWhyNot(
            String name, byte[] content, int taken, Rejected.Reason... rejected) throws IOException {
        Files.write(folder.resolve(name), content);
        String source = name.endsWith("xlsx") ? "reform" : "forest-fire";
        assertThat(runner.runNow(source))
                .filteredOn(s -> !s.stream().stream().equals("hotspots"))
                .allSatisfy(s -> assertThat(s.state()).as(s.problem()).isEqualTo(StreamState.State.CURRENT));
        assertThat(graph.live("FireDanger")).hasSize(taken);
        assertThat(graph.live("ParRanking")).isEmpty();
        assertThat(graph.rejections()).extracting(Rejected::reason).containsExactly(rejected);
        assertThat(graph.rejections().toString()).doesNotContain("passwd", "Lỗi máy chủ", name);
        assertThat(graph.live("FireDanger").values())
                .allMatch(danger -> danger.values().get("zone").equals("20926"));
    }
}
