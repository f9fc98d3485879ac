// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ioc.integrations.pull.Run;
import vn.ioc.integrations.route.SourceRunner;
import vn.ioc.integrations.route.StreamState;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.tree.Format;

/**
 * {@code POST /ingest/<source>}: one document of the source's push stream. Needs the scope {@code ingest:<source>}. Answers 202 with counts
 * when the graph has all of the document, and 503 when it has nothing of it, so that the sender knows whether to send again.
 */
@RestController
class PushController {
    /** Bytes of one document. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private final SourceRunner sources;

    PushController(SourceRunner sources) {
        this.sources = sources;
    }

    @PostMapping("/ingest/{source}")
    ResponseEntity<Map<String, Object>> push(
            @PathVariable String source, Authentication caller, HttpServletRequest request) throws IOException {
        boolean may =
                caller.getAuthorities().stream().anyMatch(a -> ("SCOPE_ingest:" + source).equals(a.getAuthority()));
        if (!may) {
            return refused(HttpStatus.FORBIDDEN, "the token has no scope ingest:<source> for this source");
        }
        Optional<StreamManifest> stream = sources.pushed(source);
        if (stream.isEmpty()) {
            return refused(HttpStatus.NOT_FOUND, "this source takes no pushed documents");
        }
        if (!types(stream.get().format()).contains(mediaType(request))) {
            return refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "the source sends " + String.join(", ", types(stream.get().format())));
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "a document has at most " + MOST_BYTES + " bytes");
        }
        byte[] document = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (document.length > MOST_BYTES) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "a document has at most " + MOST_BYTES + " bytes");
        }
        StreamState state = sources.push(source, document);
        return state.state() == StreamState.State.CURRENT
                ? ResponseEntity.accepted().body(counts(state.tally()))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "5")
                        .body(Map.of("error", "the document was not taken; send it again later"));
    }

    private static String mediaType(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Set<String> types(Format format) {
        return switch (format) {
            case Format.Json json -> Set.of("application/json");
            case Format.Xml xml -> Set.of("application/xml", "application/soap+xml", "text/xml");
            case Format.Csv csv -> Set.of("text/csv");
            case Format.Xlsx xlsx -> Set.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        };
    }

    private static Map<String, Object> counts(Run.Tally tally) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("accepted", tally.accepted());
        counts.put("unchanged", tally.unchanged());
        counts.put("stale", tally.stale());
        counts.put("rejected", tally.rejected());
        counts.put("refused", tally.refused());
        counts.put("excluded", tally.excluded());
        return counts;
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String why) {
        return ResponseEntity.status(status).body(Map.of("error", why));
    }
}
