// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/** Reads what was rejected. Bodies are decrypted when they are asked for, and only then. */
public final class Rejections {
    private static final String FIND = "MATCH (x:Rejection) WHERE ($source IS NULL OR x.source = $source) "
            + "AND ($stream IS NULL OR x.stream = $stream) AND ($reason IS NULL OR x.reason = $reason) "
            + "AND ($ids IS NULL OR x.id IN $ids) RETURN x ORDER BY x.lastSeen DESC, x.id LIMIT $first";

    private final Reading reading;
    private final RejectionCipher cipher;

    public Rejections(Driver driver, RejectionCipher cipher) {
        this.reading = new Reading(driver);
        this.cipher = cipher;
    }

    /** Which rejections; what is empty does not matter. */
    public record Which(
            Optional<String> source,
            Optional<String> stream,
            Optional<Rejected.Reason> reason,
            Optional<List<String>> ids) {}

    /**
     * Rejections, the last seen first.
     *
     * @param bodies whether bodies are wanted too
     * @throws IngestException when the store is away, or the key is not that with which the bodies were sealed
     */
    public List<KeptRejection> find(Which which, int first, boolean bodies) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("source", which.source().orElse(null));
        parameters.put("stream", which.stream().orElse(null));
        parameters.put("reason", which.reason().map(Enum::name).orElse(null));
        parameters.put("ids", which.ids().orElse(null));
        parameters.put("first", first);
        return reading.all(FIND, parameters).stream()
                .map(row -> kept(row.get("x"), bodies))
                .toList();
    }

    private KeptRejection kept(Value x, boolean bodies) {
        String id = x.get("id").asString();
        Optional<String> body = bodies && !x.get("body").isNull()
                ? Optional.of(new String(cipher.open(id, x.get("body").asByteArray()), StandardCharsets.UTF_8))
                : Optional.empty();
        return new KeptRejection(
                id,
                new StreamId(x.get("source").asString(), x.get("stream").asString()),
                Rejected.Reason.valueOf(x.get("reason").asString()),
                x.get("path").asString(""),
                x.get("message").asString(),
                x.get("position").asString(""),
                x.get("key").asString(""),
                Reading.instant(x.get("firstSeen")),
                Reading.instant(x.get("lastSeen")),
                x.get("poll").asLong(0),
                x.get("attempts").asLong(1),
                body);
    }
}
