// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a sample was read, as a manifest says it.
 *
 * @param parameters of the query, without what looks like a credential
 * @param credential whether something looked like one
 */
public record Address(String base, String path, String parameters, boolean credential) {
    static Address of(URI url) {
        List<String[]> query = Arrays.stream(
                        Optional.ofNullable(url.getRawQuery()).orElse("").split("&"))
                .filter(p -> p.contains("="))
                .map(p -> p.split("=", 2))
                .toList();
        boolean credential = url.getUserInfo() != null || query.stream().anyMatch(p -> Role.CREDENTIAL.fits(p[0]));
        String path =
                Optional.ofNullable(url.getPath()).filter(p -> !p.isEmpty()).orElse("/");
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return new Address(
                url.getScheme() + "://" + url.getHost() + port,
                path,
                query.stream()
                        .filter(p -> !Role.CREDENTIAL.fits(p[0]) && !Role.CURSOR.fits(p[0]))
                        .map(p -> ManifestDraft.quoted(decoded(p[0])) + ": " + ManifestDraft.quoted(decoded(p[1])))
                        .collect(Collectors.joining(", ")),
                credential);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
