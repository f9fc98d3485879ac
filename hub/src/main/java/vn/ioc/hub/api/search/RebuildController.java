// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.search;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import vn.ioc.hub.access.Capability;
import vn.ioc.hub.api.CallerRights;
import vn.ioc.hub.search.index.Indexer;

/** Rebuilds of the index, one at a time. */
@Controller
class RebuildController {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildController.class);
    private final Indexer indexer;
    private final CallerRights callers;
    private final AtomicReference<SearchRebuild> last =
            new AtomicReference<>(new SearchRebuild(SearchRebuild.State.IDLE, 0, 0, null));

    RebuildController(Indexer indexer, CallerRights callers) {
        this.indexer = indexer;
        this.callers = callers;
    }

    /** @param problem null unless FAILED */
    record SearchRebuild(
            State state, long done, long total, @Nullable String problem) {
        enum State {
            IDLE,
            RUNNING,
            DONE,
            FAILED
        }
    }

    @QueryMapping
    SearchRebuild searchRebuild() {
        callers.require(Capability.SOURCES, "integrator");
        return last.get();
    }

    @MutationMapping
    SearchRebuild rebuildSearch() {
        callers.require(Capability.SOURCES, "integrator");
        SearchRebuild before = last.get();
        if (before.state() != SearchRebuild.State.RUNNING
                && last.compareAndSet(before, new SearchRebuild(SearchRebuild.State.RUNNING, 0, 0, null))) {
            begin();
        }
        return last.get();
    }

    private void begin() {
        var unused = indexer.rebuild(
                        (done, total) -> last.set(new SearchRebuild(SearchRebuild.State.RUNNING, done, total, null)))
                .whenComplete((records, failure) -> {
                    if (failure == null) {
                        last.set(new SearchRebuild(SearchRebuild.State.DONE, records, records, null));
                    } else {
                        LOG.error("the rebuild of the index failed", failure);
                        last.updateAndGet(r -> new SearchRebuild(
                                SearchRebuild.State.FAILED, r.done(), r.total(), "the new index could not be filled"));
                    }
                });
    }
}
