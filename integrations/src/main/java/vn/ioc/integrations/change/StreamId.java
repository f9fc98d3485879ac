// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

/** One stream of one source; both names are of {@code [a-z0-9-]}, so that they may stand in ids, routes and metrics. */
public record StreamId(String source, String stream) {
    public StreamId {
        if (!source.matches("[a-z0-9-]{1,40}") || !stream.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("source and stream names are of a-z, 0-9 and -, at most 40 characters");
        }
    }

    @Override
    public String toString() {
        return source + "/" + stream;
    }
}
