// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/**
 * What two sources say of records, version after version, by chance: they agree, disagree, leave out, delete, bring back, and
 * change whom it is for. What they say need not be what the record shows.
 */
public final class GeneratedTellings {
    private static final List<String> SOURCES = List.of("first", "second");
    private static final Instant BEGUN = Instant.parse("2026-03-01T00:00:00Z");
    private static final int MOST_VERSIONS = 4;

    private final RecordModel model;
    private final GeneratedRecords generated;
    private final Random random;

    /** @param generated of another seed than that of the records, else their values are the same */
    public GeneratedTellings(RecordModel model, GeneratedRecords generated, long seed) {
        this.model = model;
        this.generated = generated;
        this.random = new Random(seed);
    }

    /** Who has the last word on a field; the same for the same name. */
    public static Optional<String> owner(String type, String field) {
        int number = Math.floorMod((type + field).hashCode(), 4);
        return number < SOURCES.size() ? Optional.of(SOURCES.get(number)) : Optional.empty();
    }

    public List<Telling> of(List<TestRecord> records) {
        List<Telling> all = new ArrayList<>();
        for (TestRecord record : records) {
            for (String source : SOURCES) {
                int versions = random.nextInt(MOST_VERSIONS);
                for (int n = 0; n < versions; n++) {
                    all.add(telling(record, source, n));
                }
            }
        }
        return all;
    }

    private Telling telling(TestRecord record, String source, int n) {
        RecordType type = model.type(record.type());
        boolean deleted = random.nextInt(6) == 0;
        Set<String> taken = new TreeSet<>();
        Map<String, Object> values = new TreeMap<>();
        Map<String, List<String>> links = new TreeMap<>();
        if (!deleted) {
            for (RecordField field : type.fields().values()) {
                if (random.nextInt(4) > 0) {
                    taken.add(field.name());
                    if (random.nextInt(4) > 0) {
                        values.put(field.name(), generated.value(type, field));
                    }
                }
            }
            for (RecordLink link : type.declaredLinks()) {
                boolean place =
                        link.type().equals(Properties.IN_PLACE) || link.type().equals(Properties.IN_PLACE_NOW);
                if (!place && random.nextInt(3) > 0) {
                    links.put(link.name(), List.of(generated.targets(link)));
                }
            }
        }
        // Recorded in the order of the versions; sources' own times are not.
        return new Telling(
                record,
                source,
                source + "-stream",
                n,
                random.nextInt(3),
                BEGUN.plus(random.nextInt(4), ChronoUnit.HOURS),
                BEGUN.plus(10 + n, ChronoUnit.HOURS),
                deleted,
                random.nextInt(4) == 0 ? generated.audience() : record.audience(),
                taken,
                values,
                links);
    }
}
