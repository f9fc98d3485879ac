// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.mapping.Hmac;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.StreamManifest;

/** The real source folders, for tests. */
public final class Sources {
    public static final Path ROOT = Path.of(System.getProperty("ioc.root", ".."));
    public static final Path BUILT_IN = ROOT.resolve("integrations/sources");
    public static final Hmac HMAC = new Hmac("a key for tests only".getBytes(StandardCharsets.UTF_8));

    private static final SourceCatalog CATALOG = SourceCatalog.load(List.of(BUILT_IN), List.of());

    private Sources() {}

    public static SourceCatalog catalog() {
        return CATALOG;
    }

    public static StreamManifest stream(String source, String stream) {
        return CATALOG.find(source).orElseThrow().streams().stream()
                .filter(s -> s.id().stream().equals(stream))
                .findFirst()
                .orElseThrow();
    }

    public static Intake intake(String source, String stream) {
        return new Intake(stream(source, stream), CATALOG.codes(), HMAC);
    }
}
