// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.NodeProgram;
import vn.ioc.hub.client.BriefOfTheDay;

/** The clients in TypeScript and Java, built as their users build them and run against the running hub. */
final class ClientsIT {
    private static final Path PACKAGE = Example.SCHEMA.resolve("client-ts");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    /** Generates the package from schema and documents and checks its types, the refused ones of {@code refused.ts} too. */
    @BeforeAll
    static void build() throws IOException, InterruptedException {
        // What it pulls arrives meanwhile.
        DistrictHub.ready();
        NodeProgram node = new NodeProgram(PACKAGE, Map.of());
        node.install();
        node.run("npm", "run", "build");
    }

    @Test
    void thePackageAsks() throws Exception {
        RunningHub hub = DistrictHub.filled();
        String brief = example("brief.js", hub.address(), hub.token("leader"), DAY.toString());
        JsonNode answer = answer("daily-brief");
        assertThat(brief)
                .contains("Phản ánh quá hạn: " + answer.at("/overduePetitions/totalCount"))
                .contains(answer.at("/overdueDocuments/edges/0/node/number").asString())
                .contains(answer.at("/camerasDown/edges/0/node/name").asString());
    }

    @Test
    void thePackageTellsTheCodeOfARefusal() throws Exception {
        String address = DistrictHub.ready().address();
        assertThatThrownBy(() -> example("brief.js", address, "spoiled", DAY.toString()))
                .hasMessageContaining("UNAUTHENTICATED");
    }

    /** What has changed since the cursor is told at once; each connection is cut after one change of it. */
    @Test
    void thePackageFollowsChangesOverConnectionsThatBreak() throws Exception {
        RunningHub hub = DistrictHub.filled();
        String leader = hub.token("leader");
        JsonNode before = hub.ask(leader, "{ changesCursor cameras { totalCount } }");
        String camera = "Camera:cameras/" + addedAndGone(hub);
        try (OneChangeAConnection line = new OneChangeAConnection(hub.address())) {
            String told = example(
                    "cameras.js",
                    line.address(),
                    leader,
                    "2",
                    before.at("/data/changesCursor").asString());
            assertThat(told.lines())
                    .containsExactly(
                            before.at("/data/cameras/totalCount") + " camera",
                            "UPSERTED " + camera + ": không còn",
                            "LEFT " + camera + ": không còn");
            assertThat(line.cuts()).isPositive();
        }
    }

    @Test
    void thePackageTellsTheCodeWhenNoStreamIsToBeHad() throws Exception {
        RunningHub hub = DistrictHub.ready();
        assertThatThrownBy(() -> example("cameras.js", hub.address(), hub.token("leader"), "1", "forged"))
                .hasMessageContaining("BAD_REQUEST");
    }

    /** Number of a camera that came and went. */
    private static String addedAndGone(RunningHub hub) throws IOException, InterruptedException {
        String added =
                hub.postTo(hub.control() + "/control/add?system=cameras", "").body();
        String code = added.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        pull(hub, code, 1);
        hub.postTo(hub.control() + "/control/delete?system=cameras&how=vanish&id=" + code, "");
        pull(hub, code, 0);
        return code;
    }

    private static void pull(RunningHub hub, String code, int there) throws IOException, InterruptedException {
        String integrator = hub.token("integrator");
        JsonNode run = hub.ask(integrator, "mutation { runSource(name: \"cameras\") { state } }");
        assertThat(run.has("errors")).as(run.toString()).isFalse();
        JsonNode known = hub.ask(integrator, "{ cameras(where: {code: {eq: \"" + code + "\"}}) { totalCount } }");
        assertThat(known.at("/data/cameras/totalCount").asInt())
                .as(known.toString())
                .isEqualTo(there);
    }

    private static String example(String script, String address, String token, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "dist/example/" + script));
        command.addAll(List.of(arguments));
        return new NodeProgram(PACKAGE, Map.of("ADDRESS", address, "TOKEN", token)).run(command.toArray(String[]::new));
    }

    @Test
    void theJavaClientAsks() throws Exception {
        RunningHub hub = DistrictHub.filled();
        String leader = hub.token("leader");
        BriefOfTheDay.Brief brief = new BriefOfTheDay(URI.create(hub.address()), () -> leader).of(DAY);
        JsonNode answer = answer("daily-brief");
        assertThat(brief.overdueDossiers())
                .extracting(BriefOfTheDay.Overdue::count)
                .startsWith(answer.at("/overdueDossiers/0/count").asInt());
        assertThat(brief.overduePetitions().edges())
                .hasSize(answer.at("/overduePetitions/totalCount").asInt())
                .first()
                .satisfies(edge -> assertThat(edge.node().subject())
                        .isEqualTo(answer.at("/overduePetitions/edges/0/node/subject")
                                .asString()));
    }

    @Test
    void theJavaClientTellsTheCodeOfARefusal() throws Exception {
        RunningHub hub = DistrictHub.ready();
        BriefOfTheDay client = new BriefOfTheDay(URI.create(hub.address()), () -> "spoiled");
        assertThatThrownBy(() -> client.of(DAY))
                .isInstanceOfSatisfying(
                        BriefOfTheDay.RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("UNAUTHENTICATED"));
    }

    @Test
    void aQuestionIsAskedInGraphiql() throws Exception {
        RunningHub hub = DistrictHub.ready();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.navigate(hub.address() + "/graphiql");
            chromium.signIn("officer", hub.password());
            PlaywrightAssertions.assertThat(page.locator("#viewer")).containsText("officer");
            page.locator("button.graphiql-execute-button").click();
            PlaywrightAssertions.assertThat(page.locator(".result-window")).containsText("\"totalCount\"");
            PlaywrightAssertions.assertThat(page.locator(".result-window")).containsText("\"20900\"");
            chromium.shot("graphiql-1-answer");
            page.getByLabel("Show Documentation Explorer").click();
            PlaywrightAssertions.assertThat(page.locator(".graphiql-doc-explorer"))
                    .containsText("Query");
            chromium.shot("graphiql-2-documentation");
            assertThat(chromium.problems()).isEmpty();
        }
    }

    private static JsonNode answer(String example) throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(Example.FOLDER.resolve(example).resolve("answer.json")));
    }
}
