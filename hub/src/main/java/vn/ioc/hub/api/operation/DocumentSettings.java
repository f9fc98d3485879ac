// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Trusted documents, {@code hub.documents.*}.
 *
 * @param others mode of clients without an entry; they have no manifest, so that all but {@code audit} shuts them out
 * @param clients by client id, as tokens name it in {@code azp} or {@code client_id}
 */
@ConfigurationProperties("hub.documents")
public record DocumentSettings(
        @DefaultValue("audit") Mode others, @DefaultValue Map<String, Client> clients) {

    /** What a client may send. */
    public enum Mode {
        /** Ids of its manifest and any text; texts that the manifest has not are counted. */
        AUDIT,
        /** Ids and texts of its manifest. */
        LISTED,
        /** Ids of its manifest. */
        ID_ONLY
    }

    /** @param manifest a JSON object of texts by id, as graphql-codegen and Relay write {@code persisted-documents.json} */
    public record Client(@DefaultValue("listed") Mode mode, Path manifest) {
        public Client {
            Objects.requireNonNull(manifest, "a client of hub.documents.clients has a manifest");
        }
    }
}
