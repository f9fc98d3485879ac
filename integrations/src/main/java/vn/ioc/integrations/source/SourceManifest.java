// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A source as its folder declares it.
 *
 * @param folder where {@code source.yaml} lies
 * @param reference read before other sources at start
 * @param enabled whether it is read at all; one that is not is still checked
 * @param rhythm how often the source itself changes
 * @param owns {@code Type.field} whose value this source decides
 * @param streams in the manifest's order, which is also the order of reading
 */
public record SourceManifest(
        String name,
        String title,
        String description,
        Path folder,
        boolean reference,
        boolean enabled,
        Optional<Duration> rhythm,
        Set<String> owns,
        List<StreamManifest> streams) {

    public SourceManifest {
        owns = Set.copyOf(owns);
        streams = List.copyOf(streams);
    }

    /** Names of the types that it writes, sorted. */
    public Set<String> types() {
        Set<String> types = new TreeSet<>();
        streams.forEach(
                s -> s.mapping().records().forEach(r -> types.add(r.type().name())));
        return types;
    }
}
