// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import graphql.ExecutionInput;
import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.api.ErrorCode;

/**
 * Which documents a client may send. The id comes as Apollo's clients send it,
 * {@code extensions.persistedQuery.sha256Hash}; nothing that a client sends is ever registered.
 */
public final class TrustedDocuments {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Manifest> clients = new HashMap<>();
    private final Manifest others;
    private final MeterRegistry meters;

    /** @throws IllegalArgumentException naming a manifest that cannot be read */
    public TrustedDocuments(DocumentSettings settings, MeterRegistry meters) {
        this.meters = meters;
        this.others = new Manifest(settings.others(), Map.of(), Set.of());
        settings.clients().forEach((client, own) -> {
            Map<String, String> documents = read(own.manifest());
            clients.put(client, new Manifest(own.mode(), documents, new HashSet<>(documents.values())));
        });
    }

    private record Manifest(DocumentSettings.Mode mode, Map<String, String> byId, Set<String> texts) {}

    /**
     * The text that is to be executed.
     *
     * @throws Refusal BAD_REQUEST for an id that the client's manifest has not, FORBIDDEN for a text that it may not send
     */
    String text(ExecutionInput input, String client) {
        Manifest manifest = clients.getOrDefault(client, others);
        Optional<String> id = id(input);
        Optional<String> known = id.map(manifest.byId()::get);
        if (known.isPresent()) {
            return known.get();
        }
        String text = input.getQuery();
        if (id.isPresent() && text.equals(PersistedQuerySupport.PERSISTED_QUERY_MARKER)) {
            throw new Refusal(
                    ErrorCode.BAD_REQUEST,
                    "the document's id is not in the manifest of this client; documents are not registered by use");
        }
        return switch (manifest.mode()) {
            case AUDIT -> audited(client, manifest, text);
            case LISTED -> {
                if (!manifest.texts().contains(text)) {
                    throw new Refusal(ErrorCode.FORBIDDEN, "this client may send documents of its manifest only");
                }
                yield text;
            }
            case ID_ONLY ->
                throw new Refusal(ErrorCode.FORBIDDEN, "this client may send ids of its manifest's documents only");
        };
    }

    private String audited(String client, Manifest manifest, String text) {
        if (manifest != others && !manifest.texts().contains(text)) {
            meters.counter("hub.graphql.unlisted", "client", client).increment();
        }
        return text;
    }

    private static Optional<String> id(ExecutionInput input) {
        return input.getExtensions().get("persistedQuery") instanceof Map<?, ?> asked
                        && asked.get("sha256Hash") instanceof String hash
                ? Optional.of(hash)
                : Optional.empty();
    }

    private static Map<String, String> read(Path manifest) {
        try {
            return Map.copyOf(JSON.readValue(Files.readString(manifest), new TypeReference<Map<String, String>>() {}));
        } catch (IOException missing) {
            throw new UncheckedIOException("the manifest " + manifest + " cannot be read", missing);
        } catch (JacksonException | NullPointerException wrong) {
            throw new IllegalArgumentException(
                    "the manifest " + manifest + " is no JSON object of documents by id", wrong);
        }
    }
}
