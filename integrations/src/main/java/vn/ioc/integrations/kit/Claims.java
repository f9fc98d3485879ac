// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.mapping.RecordMapping;
import vn.ioc.integrations.source.StreamManifest;

/** What a stream's manifest claims to be able to do, and whether what came keeps to it. */
final class Claims {
    private final StreamManifest stream;

    Claims(StreamManifest stream) {
        this.stream = stream;
    }

    /** Each claim in a line, for who reads a check. */
    List<String> lines() {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("records", String.join(", ", types(r -> true)));
        claims.put("updates", versions());
        claims.put("deletes", oneOf(types(r -> r.delete().isPresent()), "none by itself"));
        claims.put("flags", oneOf(checks(), "none"));
        claims.put("refuses secrets", stream.secrecy().isNone() ? "no, it declares that there are none" : "yes");
        claims.put("routes out", stream.mapping().exclude().isPresent() ? "yes" : "nothing");
        List<String> lines = new ArrayList<>();
        claims.forEach((claim, what) -> lines.add(stream.id() + " " + claim + ": " + what));
        return lines;
    }

    /** What the samples have and the manifest does not take. */
    List<String> notTaken(Batch batch) {
        return batch.unknownFields().isEmpty()
                ? List.of()
                : List.of(stream.id() + " does not take: "
                        + String.join(", ", batch.unknownFields().keySet()));
    }

    /** What came and was never claimed. */
    Set<String> broken(Batch batch) {
        Set<String> broken = new TreeSet<>();
        Set<String> written = types(r -> true);
        Set<String> deleted = types(r -> r.delete().isPresent());
        Set<String> flags = checks();
        for (Change change : batch.changes()) {
            String type = change.key().type();
            if (!written.contains(type)) {
                broken.add("a " + type + " came, which the manifest does not name");
            }
            if (change.kind() == Change.Kind.DELETE && !deleted.contains(type)) {
                broken.add("a deletion of a " + type + " came, which the manifest does not claim");
            }
            change.flags().stream()
                    .filter(flag -> !flags.contains(flag))
                    .forEach(flag -> broken.add("the flag " + flag + " came, which is no check of the manifest"));
        }
        if (batch.refused() > 0 && stream.secrecy().isNone()) {
            broken.add("an item was refused for secrecy, though the manifest declares that there is none");
        }
        if (batch.excluded() > 0 && stream.mapping().exclude().isEmpty()) {
            broken.add("an item was routed out, though the manifest excludes none");
        }
        return broken;
    }

    private String versions() {
        Set<String> numbered = types(r -> r.version().isPresent());
        Set<String> polled = types(r -> r.version().isEmpty());
        return (numbered.isEmpty() ? "" : "by the source's own order (" + String.join(", ", numbered) + ")")
                + (numbered.isEmpty() || polled.isEmpty() ? "" : ", ")
                + (polled.isEmpty() ? "" : "by the order of the pulls (" + String.join(", ", polled) + ")");
    }

    private Set<String> types(java.util.function.Predicate<RecordMapping> which) {
        Set<String> types = new TreeSet<>();
        stream.mapping().records().stream()
                .filter(which)
                .forEach(r -> types.add(r.type().name()));
        return types;
    }

    private Set<String> checks() {
        Set<String> checks = new TreeSet<>();
        stream.mapping().records().forEach(r -> checks.addAll(r.checks().keySet()));
        return checks;
    }

    private static String oneOf(Set<String> names, String none) {
        return names.isEmpty() ? none : String.join(", ", names);
    }
}
