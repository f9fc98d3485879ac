// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

/** Told of every statement that was run, for counts and gates. */
public interface ReadObserver {
    /** Nobody listens. */
    ReadObserver NONE = new ReadObserver() {
        @Override
        public boolean profiles() {
            return false;
        }

        @Override
        public void ran(String statement, long databaseHits) {}
    };

    /** Whether statements are profiled; slower, for tests only. */
    boolean profiles();

    /** @param databaseHits of the statement; 0 when it was not profiled */
    void ran(String statement, long databaseHits);
}
