// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GraphiQL is built by {@code npm ci && npm run build} in {@code hub/graphiql} and committed, so that the hub builds without Node. */
final class GraphiqlBundleTest {
    private static final Path SOURCE = Path.of(System.getProperty("ioc.root"), "hub/graphiql");
    private static final Path BUNDLE = Path.of(System.getProperty("ioc.root"), "hub/src/main/resources/graphiql");

    @Test
    void theBundleWasBuiltFromWhatIsCommitted() throws Exception {
        List<String> noted = Files.readAllLines(BUNDLE.resolve("built-from.sha256"));
        assertThat(noted).hasSize(3);
        for (String line : noted) {
            Path file = SOURCE.resolve(line.substring(line.lastIndexOf(' ') + 1));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            assertThat(line)
                    .as("rebuild the bundle: " + SOURCE)
                    .startsWith(HexFormat.of().formatHex(digest) + " ");
        }
    }

    @Test
    void nothingOfItIsLoadedFromElsewhere() throws Exception {
        assertThat(Files.readString(BUNDLE.resolve("index.html"))).doesNotContain("http:", "https:", "//cdn");
        assertThat(Files.readString(BUNDLE.resolve("graphiql.css"))).doesNotContain("url(http", "url(//", "@import");
    }
}
