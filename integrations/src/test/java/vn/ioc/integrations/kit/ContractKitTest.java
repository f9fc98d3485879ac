// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit itself: each promise is broken once, and the kit says so. */
final class ContractKitTest {
    private static final String MANIFEST = """
            name: posts
            title: Bài đăng
            rhythm: 1d
            transport: {template: folder, path: data, every: 1h}
            streams:
              posts:
                files: posts.csv
                format: csv
                secrecy: none
                audience: INTERNAL
                records:
                  - type: Post
                    key: id
                    version: {number: version}
                    delete: state == 'gone'
                    values: {name: name}
                    checks: {named: name != 'x'}
            """;
    private static final String TYPE = """
            "A post of a test (bài đăng)."
            type Post @record(sector: SOCIAL, key: ["code"], scope: LOCAL, title: "name", order: ["code"], plural: "posts") {
              "Its number (mã)."
              code: String!
              "Its name (tên)."
              name: String!
            }
            """;
    private static final String SAMPLE = "id,version,name,state,extra\n1,1,a,,q\n1,2,b,,q\n2,1,x,,q\n3,5,,gone,q\n";

    @TempDir
    private Path folder;

    private Path posts;

    @BeforeEach
    void write() throws IOException {
        posts = Files.createDirectories(folder.resolve("posts"));
        Files.createDirectories(posts.resolve("samples"));
        Files.writeString(posts.resolve("types.graphqls"), TYPE);
        manifest(MANIFEST);
        sample(SAMPLE);
    }

    private void manifest(String text) throws IOException {
        Files.writeString(posts.resolve("source.yaml"), text);
    }

    private void sample(String text) throws IOException {
        Files.writeString(posts.resolve("samples/posts.csv"), text);
    }

    /** The failed checks, with what is expected written by a first run. */
    private List<String> failed() {
        run();
        return run().stream().filter(l -> !l.kept()).map(Check.Line::toString).toList();
    }

    private List<Check.Line> run() {
        return ContractKit.run(List.of(folder), List.of(), "posts");
    }

    @Test
    void whatIsExpectedIsWrittenOnceAndThatRunFails() {
        assertThat(run().stream().filter(l -> !l.kept()))
                .singleElement()
                .asString()
                .contains("posts.json was not there and is written now; read it");
        assertThat(posts.resolve("expected/posts.json")).exists();
        assertThat(run()).allMatch(Check.Line::kept).hasSizeGreaterThan(10);
    }

    @Test
    void samplesThatBecomeSomethingElseAreTold() throws IOException {
        run();
        sample(SAMPLE.replace(",b,", ",c,"));
        assertThat(failed()).singleElement().asString().contains("expected \"b\", came \"c\"");
    }

    @Test
    void oneVersionWithTwoContentsMakesTheOrderDecide() throws IOException {
        sample(SAMPLE + "1,2,other,,q\n");
        assertThat(failed()).singleElement().asString().contains("the order decides: [Post:posts/1]");
    }

    @Test
    void aCredentialInTheFolderIsTold() throws IOException {
        Files.writeString(posts.resolve("notes.txt"), "password: hunter2-hunter2");
        assertThat(failed()).singleElement().asString().contains("notes.txt seems to hold a credential");
    }

    @Test
    void aFaultInTheManifestIsToldWithItsLine() throws IOException {
        manifest(MANIFEST.replace("rhythm: 1d", "rythm: 1d"));
        assertThat(failed()).singleElement().asString().contains("source.yaml:3: 'rythm' is not known here");
        manifest(MANIFEST.replace("values: {name: name}", "values: {nam: name}"));
        assertThat(failed()).singleElement().asString().contains("source.yaml:16: Post has no field 'nam'");
    }

    @Test
    void claimsAndWhatIsNotTakenAreShown() {
        assertThat(ContractKit.claims(List.of(folder), List.of(), "posts"))
                .contains(
                        "posts/posts records: Post",
                        "posts/posts updates: by the source's own order (Post)",
                        "posts/posts deletes: Post",
                        "posts/posts flags: named",
                        "posts/posts does not take: extra");
    }

    @Test
    void samplesThatGiveNothingAreTold() throws IOException {
        sample("id,version,name,state,extra\n");
        assertThat(failed()).anyMatch(l -> l.contains("no sample gives a change"));
    }
}
