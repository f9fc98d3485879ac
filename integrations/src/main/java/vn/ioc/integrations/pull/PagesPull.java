// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.util.List;
import java.util.Optional;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.source.Transport;

/**
 * Pages of a list in the stream's format. Each page that holds something goes to the graph as soon as it is whole; the place to
 * read from moves with the last one, since such lists are in no order that could be resumed.
 */
final class PagesPull implements Pull {
    private final StreamManifest stream;
    private final Transport.Http http;
    private final Intake intake;
    private final Run run;
    private final Paging paging;
    private final Cursor cursor;

    /** @param http with its settings resolved */
    PagesPull(StreamManifest stream, Transport.Http http, Intake intake, Run run) throws PullException {
        this.stream = stream;
        this.http = http;
        this.intake = intake;
        this.run = run;
        this.paging = new Paging(new PageRequest(http.request(), run.cursor(), run.now()), http, Rows.identity(stream));
        this.cursor = new Cursor(http.request().since(), run.cursor(), run.now());
    }

    @Override
    public Optional<Call> next() {
        return paging.hasMore() ? Optional.of(paging.call()) : Optional.empty();
    }

    @Override
    public void answered(Answer answer) throws PullException {
        run.stillMine();
        ListAnswer page = ListAnswer.of(answer, stream.format(), http.response());
        List<?> rows = Rows.in(stream.items(), page);
        boolean completes = paging.completes(page, rows);
        Batch batch = new Batch();
        intake.tree(page.tree(), new Intake.At(paging.position(), run.now(), run.poll()), batch);
        cursor.see(rows, batch.changes());
        paging.advance(page, rows, completes);
        if (!paging.hasMore()) {
            run.finish(batch, cursor.text());
        } else if (!batch.isEmpty()) {
            run.take(batch);
        }
    }
}
