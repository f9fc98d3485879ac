// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the hub must show, asked the way its users ask: the built program, its stores and the stand-in district. */
final class EndToEndIT {
    private static final String FOREST_LAND = """
            query($q: String!) { search(query: $q, first: 10) { totalCount
              edges { highlights { field fragments } node { __typename id title } }
              facets { field values { value count } } } }
            """;
    private static RunningHub hub;
    private static String leader;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        hub = DistrictHub.filled();
        leader = hub.token("leader");
    }

    @Test
    void theArticlesSixtyPetitionsAreThere() throws Exception {
        JsonNode answer = hub.ask(leader, """
                { all: petitions { totalCount }
                  proposals: petitions(where: {kind: {eq: "proposal"}}) { totalCount }
                  comments: petitions(where: {kind: {eq: "comment"}}) { totalCount } }
                """);
        assertThat(answer.at("/errors").isMissingNode()).as(answer.toString()).isTrue();
        assertThat(answer.at("/data/all/totalCount").asInt()).isEqualTo(60);
        assertThat(answer.at("/data/proposals/totalCount").asInt()).isEqualTo(37);
        assertThat(answer.at("/data/comments/totalCount").asInt()).isEqualTo(23);
    }

    @Test
    void oneQueryGivesTheArticlesFigures() throws Exception {
        new DistrictSteps(hub, leader).oneQueryGivesTheArticlesFigures();
    }

    @Test
    void theReportedShareStandsBesideTheComputedOneWithBothExplained() throws Exception {
        new DistrictSteps(hub, leader).theReportedShareStandsBesideTheComputedOneWithBothExplained();
    }

    @Test
    void oneQueryForACommuneGivesWhatIsThereBeforeAndAfterJuly2025() throws Exception {
        new DistrictSteps(hub, leader).oneQueryForACommuneGivesWhatIsThereBeforeAndAfterJuly2025();
    }

    @Test
    void whatTheDistrictSaysIsWhatTheGraphHolds() throws Exception {
        new DistrictSteps(hub, leader).whatTheDistrictSaysIsWhatTheGraphHolds();
    }

    @Test
    void aCameraThatIsInTheListNoMoreIsGone() throws Exception {
        new DistrictSteps(hub, leader).aCameraThatIsInTheListNoMoreIsGone();
    }

    @Test
    void documentsArePushedWithTheScopeOfTheirSourceAndTakenOnce() throws Exception {
        new DistrictSteps(hub, leader).documentsArePushedWithTheScopeOfTheirSourceAndTakenOnce();
    }

    @Test
    void theKeyThatStandsInTheAddressOfTheFireServiceIsInNoLogAndNoStore() throws Exception {
        new DistrictSteps(hub, leader).theKeyThatStandsInTheAddressOfTheFireServiceIsInNoLogAndNoStore();
    }

    @Test
    void aLeaderFindsThePetitionAboutForestLandAndItsAnswer() throws Exception {
        JsonNode found = search(leader, "tra giac dat lam nghiep");
        List<String> types = found.at("/edges").findValuesAsString("__typename");
        assertThat(types).contains("Petition", "Document");
        assertThat(found.toString())
                .contains("000.03.15.H47,2022/05/19,87/TNMT")
                .contains("<em>");
    }

    @Test
    void anOfficerOfAnotherCommuneFindsNeitherAndTheCountsSaySo() throws Exception {
        String officer = hub.token("officer");
        JsonNode found = search(officer, "tra giac dat lam nghiep");
        assertThat(found.toString()).doesNotContain("Petition:").doesNotContain("Document:");
        assertThat(found.at("/totalCount").asInt()).isEqualTo(found.at("/edges").size());
        JsonNode neighbour = search(hub.token("officer", "--area", "20926"), "tra giac dat lam nghiep");
        assertThat(neighbour.at("/edges").findValuesAsString("__typename"))
                .contains("Petition")
                .doesNotContain("Document");
    }

    @Test
    void oneQueryGoesFromAPetitionToThePlacesOfItsAnswerersDocuments() throws Exception {
        JsonNode answer = hub.ask(leader, """
                { petitions(where: {answeringDocument: {number: {eq: "87/TNMT"}}}, first: 1) { edges { node {
                    subject place { name code } placeNow { name code }
                    answeringDocument { number issuer { name documents(first: 5) { totalCount
                      edges { node { number place { name } } } } } } } } } }
                """);
        JsonNode petition = answer.at("/data/petitions/edges/0/node");
        assertThat(petition.at("/place/name").asString()).as(answer.toString()).isEqualTo("Trà Giác");
        assertThat(petition.at("/placeNow/name").asString()).isEqualTo("Trà Tân");
        assertThat(petition.at("/answeringDocument/issuer/documents/totalCount").asInt())
                .isGreaterThan(1);
        assertThat(petition.at("/answeringDocument/issuer/documents/edges/0/node/place/name")
                        .asString())
                .isEqualTo("Bắc Trà My");
    }

    @Test
    void theSenderIsMaskedForLeadersAndAbsentForOfficers() throws Exception {
        String query = "{ petitions(where: {place: {in: [\"20926\"]}}) { edges { node { id sender { account } } } } }";
        String masked = hub.ask(leader, query).toString();
        assertThat(masked).contains("•••");
        JsonNode officer = hub.ask(hub.token("officer", "--area", "20926"), query);
        assertThat(officer.at("/data/petitions/edges").size()).isPositive();
        officer.at("/data/petitions/edges")
                .forEach(edge -> assertThat(edge.at("/node/sender").isNull()).isTrue());
    }

    @Test
    void aLeaderSignsInSearchesAndReadsInABrowser() {
        try (LeaderInABrowser browser = new LeaderInABrowser(hub.address())) {
            browser.signsIn(hub.password());
            browser.picksASuggestion();
            browser.findsThePetitionAndItsAnswer();
            browser.seesThatNothingWasFound();
            browser.readsOnANarrowScreen();
            browser.isAskedToSignInAgain();
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void wrongInputGetsAClearErrorWithACode() throws Exception {
        assertCode("{ petitions { nothing } }", "BAD_REQUEST");
        assertCode("{ petitions(where: {status: {like: \"x\"}}) { totalCount } }", "BAD_REQUEST");
        assertCode("{ petitions(after: \"forged\") { totalCount edges { cursor } } }", "BAD_REQUEST");
        assertCode("{ petitions(first: 0) { edges { cursor } } }", "BAD_REQUEST");
        assertCode("{ petitions(first: 101) { edges { cursor } } }", "BAD_REQUEST");
        assertCode("{ search(query: \"a\", first: 101) { totalCount } }", "BAD_REQUEST");
        assertThat(hub.post("nonsense", "{\"query\":\"{ viewer { name } }\"}").statusCode())
                .isEqualTo(401);
        assertThat(hub.post("nonsense", "{\"query\":\"{ viewer { name } }\"}").body())
                .contains("UNAUTHENTICATED");
        assertThat(hub.ioc("source", "run", "no-such-source"))
                .anyMatch(l -> l.contains("no-such-source"))
                .startsWith("1");
        assertThat(hub.ioc("token", "nobody")).startsWith("1").anyMatch(l -> l.contains("leader"));
    }

    @Test
    void onlyAnIntegratorSeesTheSources() throws Exception {
        JsonNode refused = hub.ask(leader, "{ sources { name } }");
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(hub.ioc("source", "list")).startsWith("0").anyMatch(l -> l.contains("qoffice"));
    }

    @Test
    void anIntegratorSeesHowTheSourcesFareAndHoldsThemInHand() throws Exception {
        String integrator = hub.token("integrator");
        JsonNode answer = hub.ask(integrator, """
                { sources { name title state lastSuccess lastError lag rhythm freshness counts { read stale } runs(first: 2) { id kind state }
                    streams { name state freshness checkpoint { cursor polls } drift { newFields { name count }
                      unknownCodes { name count } brokenFields { name } } pausedSince sweep { missing known since }
                      runs(first: 1) { stream startedAt endedAt problem counts { read changed rejected } } } }
                  rejections(source: "qoffice") { id stream reason path message position key firstSeen lastSeen attempts body } }
                """);
        assertThat(answer.at("/errors").isMissingNode()).as(answer.toString()).isTrue();
        assertThat(answer.at("/data/sources")
                        .valueStream()
                        .flatMap(source -> source.at("/streams").valueStream())
                        .filter(stream -> stream.at("/checkpoint/polls").asInt() > 0))
                .as("what was pulled is fresh")
                .hasSizeGreaterThan(20)
                .allMatch(stream -> stream.at("/freshness").asString().equals("FRESH"));
        assertThat(answer.at("/data/sources").findValuesAsString("freshness")).doesNotContain("STALE");
        assertThat(answer.at("/data/rejections").size()).isPositive();
        JsonNode paused =
                hub.ask(integrator, "mutation { pauseSource(name: \"registry\") { state streams { pausedSince } } }");
        assertThat(paused.at("/data/pauseSource/state").asString())
                .as(paused.toString())
                .isEqualTo("PAUSED");
        assertCode(integrator, "mutation { runSource(name: \"registry\") { state } }", "BAD_REQUEST");
        assertCode(integrator, "mutation { runSource(name: \"nothing\") { state } }", "NOT_FOUND");
        assertCode(integrator, "mutation { replayRejections(source: \"nothing\") { passed } }", "NOT_FOUND");
        assertCode(integrator, "{ sources { runs(first: 0) { id } } }", "BAD_REQUEST");
        assertCode("mutation { resumeSource(name: \"registry\") { state } }", "FORBIDDEN");
        assertCode("{ rejections { body } }", "FORBIDDEN");
        hub.ask(integrator, "mutation { resumeSource(name: \"registry\") { state } }");
        JsonNode run = hub.ask(integrator, "mutation { runSource(name: \"registry\") { state } }");
        assertThat(run.at("/data/runSource/state").asString())
                .as(run.toString())
                .isEqualTo("OK");
        JsonNode replay = hub.ask(
                integrator,
                "mutation { replayRejections(source: \"qoffice\") { replayed passed rejected withoutBody } }");
        assertThat(replay.at("/errors").isMissingNode()).as(replay.toString()).isTrue();
    }

    @Test
    void aPullThatTakesLongerThanARequestMayIsWaitedFor() throws Exception {
        hub.postTo(hub.control() + "/control/fault?system=petitions&kind=slow&times=1&amount=9000", "");
        assertThat(hub.ioc("source", "run", "smart-btm"))
                .startsWith("0")
                .anyMatch(line -> line.startsWith("smart-btm: under way, "))
                .endsWith("smart-btm: OK");
    }

    @Test
    void nothingOfASecretDocumentIsAnywhereButACounter() throws Exception {
        JsonNode sources = hub.ask(hub.token("integrator"), "{ sources { name streams { refused } } }");
        int refused =
                sources.findValues("refused").stream().mapToInt(JsonNode::asInt).sum();
        assertThat(refused).as(sources.toString()).isPositive();
        assertThat(search(leader, "Canary").at("/totalCount").asInt()).isZero();
        assertThat(hub.get("http://localhost:" + hub.managementPort() + "/actuator/prometheus")
                        .body())
                .doesNotContainIgnoringCase("canary");
        // What the stand-in district hands over as files is the source's own; the hub's are all others.
        Path handedOver = hub.data().resolve("district/files");
        assertThat(Traces.of("Canary", hub.data()))
                .filteredOn(file -> !file.startsWith(handedOver))
                .isEmpty();
    }

    private static JsonNode search(String token, String words) throws IOException, InterruptedException {
        JsonNode answer = hub.ask(token, FOREST_LAND, java.util.Map.of("q", words));
        assertThat(answer.at("/errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/search");
    }

    private static void assertCode(String document, String code) throws IOException, InterruptedException {
        assertCode(leader, document, code);
    }

    private static void assertCode(String token, String document, String code)
            throws IOException, InterruptedException {
        JsonNode answer = hub.ask(token, document);
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as(answer.toString())
                .isEqualTo(code);
        assertThat(answer.toString())
                .doesNotContain("vn.ioc")
                .doesNotContain("MATCH (")
                .doesNotContain("127.0.0.1");
    }
}
