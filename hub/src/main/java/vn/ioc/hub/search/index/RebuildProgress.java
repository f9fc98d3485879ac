// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

/** Told how far a rebuild is, after each page, on the indexer's thread. */
@FunctionalInterface
public interface RebuildProgress {
    /** @param done records so far; @param total records that the graph holds now */
    void at(long done, long total);
}
