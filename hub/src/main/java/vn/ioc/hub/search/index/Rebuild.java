// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Builds a new index beside the live one from the graph, in pages by uid, while changes run on into both; then puts it in the
 * live one's place. Runs in steps on the indexer's thread, so that no page can overtake a change. Stopped anywhere, the next
 * rebuild removes what it left.
 */
final class Rebuild {
    private static final int PAGE = 500;
    /** How often the counts are compared before it gives up. */
    private static final int COMPARISONS = 50;

    private final IndexStore store;
    private final IndexSource source;
    private final RebuildProgress progress;
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private String after = "";
    private long done;
    private boolean begun;
    private boolean filled;
    private int compared;

    Rebuild(IndexStore store, IndexSource source, RebuildProgress progress) {
        this.store = store;
        this.source = source;
        this.progress = progress;
    }

    /** Completed with the number of records in the new index once it is live. */
    CompletableFuture<Long> result() {
        return result;
    }

    /** Whether changes have to be written to the building index too. */
    boolean begun() {
        return begun;
    }

    /** One page. @param write builds and writes the documents of these uids into the building index */
    void fill(Function<List<String>, Integer> write) {
        if (!begun) {
            store.begin();
            begun = true;
        }
        if (!filled) {
            List<String> page = source.page(after, PAGE);
            done += write.apply(page);
            filled = page.size() < PAGE;
            after = page.isEmpty() ? after : page.getLast();
            progress.at(done, source.count());
        }
    }

    boolean filled() {
        return filled;
    }

    /** To be called when no change is waiting. Swaps when index and graph hold as many; true once it did. */
    boolean finish() {
        store.refresh(store.building());
        long built = store.count(store.building());
        long wanted = source.count();
        compared++;
        if (built != wanted && compared < COMPARISONS) {
            return false;
        }
        if (built != wanted) {
            store.abandon();
            throw new IndexException(
                    IndexException.Reason.COUNTS_DIFFER,
                    "the new index holds " + built + " records, the graph " + wanted,
                    null);
        }
        store.swap();
        return true;
    }

    void complete() {
        result.complete(done);
    }

    void fail(RuntimeException cause) {
        result.completeExceptionally(cause);
    }
}
