// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

/**
 * How far a stream has been read.
 *
 * @param cursor in the transport's own words; empty = from the start
 * @param poll number of complete pulls so far; the version of {@code snapshot} streams
 */
public record Checkpoint(String cursor, long poll) {
    public static final Checkpoint START = new Checkpoint("", 0);
}
