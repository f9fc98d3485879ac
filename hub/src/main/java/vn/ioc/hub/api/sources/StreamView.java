// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.ingest.Counts;
import vn.ioc.hub.ingest.HeldSweep;
import vn.ioc.integrations.change.StreamId;

/** A stream as the type {@code SourceStream} shows it. @param pushed by the source, whenever it has something */
public record StreamView(
        StreamId id,
        boolean pushed,
        State state,
        @Nullable Instant lastSuccess,
        @Nullable String lastError,
        @Nullable Integer lag,
        Freshness freshness,
        Counts counts,
        Checkpoint checkpoint,
        Drift drift,
        @Nullable Instant pausedSince,
        @Nullable HeldSweep sweep) {

    /** How it fares, the better first. */
    public enum State {
        OFF,
        PAUSED,
        WAITING,
        OK,
        NEW,
        RUNNING,
        FAILING,
        SWEEP_HELD,
        STOPPED
    }

    /** The last success against the source's rhythm, the better first. */
    public enum Freshness {
        FRESH,
        LATE,
        STALE,
        NEVER
    }

    /** How far it was read. @param cursor where the next pull starts, in the transport's own words, cut */
    public record Checkpoint(String cursor, long polls) {}

    /** Where the data has moved away from the manifest. */
    public record Drift(List<NameCount> newFields, List<NameCount> unknownCodes, List<NameCount> brokenFields) {
        /** Before each code among the unknown names. */
        private static final String CODE = "code:";

        static Drift of(Map<String, Long> unknown, Map<String, Long> broken) {
            return new Drift(
                    NameCount.of(unknown)
                            .filter(n -> !n.name().startsWith(CODE))
                            .toList(),
                    NameCount.of(unknown)
                            .filter(n -> n.name().startsWith(CODE))
                            .map(n -> new NameCount(n.name().substring(CODE.length()), n.count()))
                            .toList(),
                    NameCount.of(broken).toList());
        }
    }

    /** A name and how often it came. */
    public record NameCount(String name, long count) {
        static java.util.stream.Stream<NameCount> of(Map<String, Long> counts) {
            return counts.entrySet().stream().map(e -> new NameCount(e.getKey(), e.getValue()));
        }
    }

    public String name() {
        return id.stream();
    }

    public long read() {
        return counts.read();
    }

    public long changed() {
        return counts.changed();
    }

    public long unchanged() {
        return counts.unchanged();
    }

    public long rejected() {
        return counts.rejected();
    }

    public long refused() {
        return counts.refused();
    }

    public long excluded() {
        return counts.excluded();
    }

    public List<String> unknownFields() {
        return java.util.stream.Stream.concat(drift.newFields().stream(), drift.unknownCodes().stream())
                .map(NameCount::name)
                .toList();
    }
}
