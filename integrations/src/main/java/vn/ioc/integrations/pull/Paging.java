// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.mapping.TreePath;
import vn.ioc.integrations.source.Transport;

/**
 * Walks the pages of a list and tells whether they are all of it: rows that come twice count once, and in the end there must be as
 * many as the source says.
 */
final class Paging {
    private static final int MOST_PAGES = 100_000;

    private final PageRequest requests;
    private final Optional<Transport.Paging> by;
    private final Transport.Response response;
    private final TreePath identity;
    private final Set<String> seen = new HashSet<>();
    private int pass;
    private int page;
    private @Nullable String next;
    private Optional<Long> total = Optional.empty();

    /** @param identity what tells one row from another */
    Paging(PageRequest requests, Transport.Http http, TreePath identity) {
        this.requests = requests;
        this.by = http.request().paging();
        this.response = http.response();
        this.identity = identity;
    }

    boolean hasMore() {
        return pass < requests.passes();
    }

    Call call() {
        return requests.call(pass, page, next);
    }

    /** Position for rejections. */
    String position() {
        return (requests.passes() > 1 ? "pass " + (pass + 1) + ", " : "") + "page " + (page + 1);
    }

    /**
     * Whether with this page its pass is complete; nothing moves yet.
     *
     * @throws PullException when the rows and the total do not go together
     */
    boolean completes(ListAnswer answer, List<?> rows) throws PullException {
        if (response.rest()) {
            return restCompletes(answer, rows);
        }
        if (total.isPresent() && !total.equals(answer.total())) {
            throw incomplete("the number of rows changed between two pages");
        }
        Set<String> all = new HashSet<>(seen);
        rows.forEach(row -> all.add(identity(row)));
        boolean last = isLast(answer, rows, all.size());
        if (answer.total().isPresent()) {
            long counted = answer.total().get();
            if (all.size() > counted || (last && all.size() < counted)) {
                throw incomplete("the source counts " + counted + " rows but gave " + all.size());
            }
        }
        return last;
    }

    private boolean restCompletes(ListAnswer answer, List<?> rows) throws PullException {
        boolean last = isLast(answer, rows, rows.size());
        long counted = answer.total().orElse((long) rows.size());
        if (last ? rows.size() != counted : rows.size() > counted) {
            throw incomplete("the source counts " + counted + " more rows but gave " + rows.size());
        }
        return last;
    }

    private boolean isLast(ListAnswer answer, List<?> rows, int distinct) throws PullException {
        if (by.isEmpty()) {
            return true;
        }
        if (page >= MOST_PAGES) {
            throw incomplete("the list has more than " + MOST_PAGES + " pages");
        }
        return switch (by.get()) {
            case Transport.Paging.ByNext list -> {
                String after = Nexts.next(list, answer.tree());
                if (after != null && after.equals(next)) {
                    throw incomplete("the list gives the same next page again and again");
                }
                yield after == null;
            }
            case Transport.Paging.ByNumber list -> rows.isEmpty() || spent(answer, rows, list.rows(), distinct);
            case Transport.Paging.ByOffset list -> rows.isEmpty() || spent(answer, rows, list.rows(), distinct);
        };
    }

    /** By the total where there is one, else by a page that is not full. */
    private boolean spent(ListAnswer answer, List<?> rows, int size, int distinct) {
        return answer.total()
                .map(t -> (long) (page + 1) * size >= t || distinct >= t)
                .orElse(rows.size() < size);
    }

    /** Goes on to the next page, or to the next pass. */
    void advance(ListAnswer answer, List<?> rows, boolean last) {
        rows.forEach(row -> seen.add(identity(row)));
        total = answer.total();
        page++;
        if (last) {
            pass++;
            page = 0;
            next = null;
            seen.clear();
            total = Optional.empty();
        } else if (by.orElse(null) instanceof Transport.Paging.ByNext list) {
            next = Nexts.next(list, answer.tree());
        }
    }

    private String identity(@Nullable Object row) {
        Object found = identity.in(row);
        return found == null ? Json.hash(row) : Json.write(String.valueOf(found));
    }

    private static PullException incomplete(String what) {
        return new PullException(PullException.Reason.INCOMPLETE, what);
    }

    /** Reading {@code next}. */
    private static final class Nexts {
        private Nexts() {}

        static @Nullable String next(Transport.Paging.ByNext by, @Nullable Object tree) {
            Object found = by.next().in(tree);
            String text = found == null || found instanceof List<?>
                    ? ""
                    : String.valueOf(found).strip();
            return text.isEmpty() ? null : text;
        }
    }
}
