// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A constraint or index that the graph needs. Its name says all of it, so that another shape is another name.
 *
 * @param properties in the order of the index
 */
record SchemaItem(Kind kind, String label, List<String> properties) {
    /** Starts the names of what is ours; what else starts so and is not wanted any more is dropped. */
    static final String PREFIX = "ioc_";

    /** What Neo4j Community has. */
    enum Kind {
        UNIQUE,
        RANGE,
        TEXT
    }

    String name() {
        return PREFIX + kind.name().toLowerCase(java.util.Locale.ROOT) + "_" + label + "_"
                + String.join("_", properties);
    }

    String create() {
        String columns = properties.stream().map(p -> "n.`" + p + "`").collect(Collectors.joining(", "));
        return switch (kind) {
            case UNIQUE ->
                "CREATE CONSTRAINT `" + name() + "` IF NOT EXISTS FOR (n:`" + label + "`) REQUIRE (" + columns
                        + ") IS UNIQUE";
            case RANGE ->
                "CREATE RANGE INDEX `" + name() + "` IF NOT EXISTS FOR (n:`" + label + "`) ON (" + columns + ")";
            case TEXT ->
                "CREATE TEXT INDEX `" + name() + "` IF NOT EXISTS FOR (n:`" + label + "`) ON (" + columns + ")";
        };
    }
}
