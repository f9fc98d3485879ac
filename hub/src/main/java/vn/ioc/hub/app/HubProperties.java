// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hub's own configuration, {@code hub.*}.
 *
 * @param keys folder of key files
 * @param schema SDL files or folders beside the built-in SDL
 * @param sources folders of source folders beside the built-in ones
 * @param indicators files or folders of indicators beside the built-in ones
 * @param builtInSources folder of the built-in sources
 * @param today the day that counts as today; null = the clock's
 * @param parameters values that source manifests refer to as {@code ${NAME}}, by name
 * @param profileReads whether reading statements are profiled, which slows them: to find out what a question costs the graph
 * @param issuer the embedded issuer, for the embedded profile only
 */
@ConfigurationProperties("hub")
public record HubProperties(
        @Nullable Path keys,
        @DefaultValue List<Path> schema,
        @DefaultValue List<Path> sources,
        @DefaultValue List<Path> indicators,
        @Nullable Path builtInSources,
        @Nullable LocalDate today,
        @DefaultValue Map<String, String> parameters,
        @DefaultValue("false") boolean profileReads,
        @DefaultValue Issuer issuer,
        @DefaultValue Cors cors) {

    /**
     * @param url what tokens name as their issuer; null outside the embedded profile
     * @param tokenTtl how long an access token lives
     */
    public record Issuer(
            @Nullable URI url, @DefaultValue("1h") Duration tokenTtl) {}

    /** @param allowedOrigins browser origins that may call the API; none by default */
    public record Cors(@DefaultValue List<String> allowedOrigins) {}
}
