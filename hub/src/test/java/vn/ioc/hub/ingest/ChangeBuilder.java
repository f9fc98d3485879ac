// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.PlaceClue;
import vn.ioc.integrations.change.RecordKey;
import vn.ioc.integrations.change.StreamId;

/** Builds changes for tests; the hash is that of the content, as the mapping makes it. */
final class ChangeBuilder {
    private final StreamId stream;
    private final RecordKey key;
    private final Map<String, Object> values = new TreeMap<>();
    private final Set<String> taken = new TreeSet<>();
    private final Map<String, List<RecordKey>> links = new TreeMap<>();
    private final List<PlaceClue> clues = new ArrayList<>();
    private final Set<String> flags = new TreeSet<>();
    private long version = 1;
    private Instant observedAt = Instant.parse("2026-06-01T00:00:00Z");
    private String audience = "INTERNAL";
    private String mapping = "1";
    private Change.Kind kind = Change.Kind.UPSERT;

    ChangeBuilder(StreamId stream, RecordKey key) {
        this.stream = stream;
        this.key = key;
    }

    ChangeBuilder version(long number) {
        version = number;
        return this;
    }

    ChangeBuilder observedAt(String instant) {
        observedAt = Instant.parse(instant);
        return this;
    }

    ChangeBuilder audience(String name) {
        audience = name;
        return this;
    }

    ChangeBuilder mapping(String name) {
        mapping = name;
        return this;
    }

    ChangeBuilder value(String field, @Nullable Object value) {
        taken.add(field);
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
        return this;
    }

    ChangeBuilder link(String link, String... uids) {
        links.put(link, Stream.of(uids).map(Hub::key).toList());
        return this;
    }

    ChangeBuilder clue(PlaceClue clue) {
        clues.add(clue);
        return this;
    }

    ChangeBuilder code(String code) {
        return clue(new PlaceClue.ByCode(code));
    }

    ChangeBuilder flag(String flag) {
        flags.add(flag);
        return this;
    }

    Change gone() {
        kind = Change.Kind.DELETE;
        values.clear();
        taken.clear();
        links.clear();
        clues.clear();
        flags.clear();
        return build();
    }

    Change build() {
        String content = new Digest()
                .add(kind, key, audience, values, taken, links, clues, flags)
                .hex();
        return new Change(
                stream,
                key,
                version,
                observedAt,
                kind,
                audience,
                values,
                taken,
                links,
                clues,
                flags,
                mapping,
                new Digest().add(content, mapping).hex(),
                content);
    }
}
