// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.source.Transport;
import vn.ioc.integrations.tree.DecodeException;
import vn.ioc.integrations.tree.Format;

/**
 * Pages of a JSON list and the packages that they name. A page of the list goes to the graph with all of its packages; when the
 * list is read by a growing number, the place to read from moves with each page. A package that cannot be decoded is
 * fetched once more before it is rejected, since the fault may be the line's.
 */
final class PackagesPull implements Pull {
    private final StreamManifest stream;
    private final Transport.HttpPackages transport;
    private final Transport.Http http;
    private final Intake intake;
    private final Run run;
    private final Paging paging;
    private final Cursor cursor;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Batch batch = new Batch();
    private boolean secondTry;

    /** A row whose package is still to be fetched. */
    private record Waiting(Object row, String id, String position) {}

    PackagesPull(StreamManifest stream, Transport.HttpPackages transport, Transport.Http http, Intake intake, Run run)
            throws PullException {
        this.stream = stream;
        this.transport = transport;
        this.intake = intake;
        this.run = run;
        this.http = http;
        this.paging = new Paging(new PageRequest(http.request(), run.cursor(), run.now()), http, transport.id());
        this.cursor = new Cursor(http.request().since(), run.cursor(), run.now());
    }

    @Override
    public Optional<Call> next() {
        Waiting first = waiting.peek();
        if (first != null) {
            String id = Transport.Request.encoded(first.id());
            return Optional.of(new Call(transport.path().replace("{id}", id), "", ""));
        }
        return paging.hasMore() ? Optional.of(paging.call()) : Optional.empty();
    }

    @Override
    public void answered(Answer answer) throws PullException {
        run.stillMine();
        Waiting first = waiting.peek();
        if (first == null) {
            list(answer);
        } else {
            packaged(first, answer.body());
        }
    }

    @Override
    public void answeredOtherwise(Answer answer) throws PullException {
        Waiting first = waiting.peek();
        if (first != null && (answer.status() == 404 || answer.status() == 410)) {
            batch.reject(new Rejected(
                    stream.id(),
                    Rejected.Reason.UNREADABLE,
                    "",
                    "the package is not there any more (" + answer.status() + ")",
                    first.position(),
                    "",
                    "",
                    run.now()));
            settled();
            return;
        }
        Pull.super.answeredOtherwise(answer);
    }

    private void list(Answer answer) throws PullException {
        ListAnswer page = ListAnswer.of(answer, new Format.Json(), http.response());
        List<?> rows = Rows.in(transport.rows(), page);
        boolean completes = paging.completes(page, rows);
        String position = paging.position();
        int number = 0;
        for (Object row : rows) {
            number++;
            Object id = transport.id().in(row);
            String at = position + ", item " + number;
            if (transport.when().map(w -> w.holds(row)).orElse(true) && id != null) {
                waiting.add(new Waiting(row, String.valueOf(id), at));
            } else {
                intake.tree(Intake.packaged(row, null), new Intake.At(at, run.now(), run.poll()), batch);
            }
        }
        cursor.see(rows, List.of());
        paging.advance(page, rows, completes);
        if (waiting.isEmpty()) {
            hand();
        }
    }

    private void packaged(Waiting first, byte[] bytes) throws PullException {
        Intake.At at = new Intake.At(first.position(), run.now(), run.poll());
        try {
            intake.tree(Intake.packaged(first.row(), intake.decode(bytes)), at, batch);
        } catch (DecodeException e) {
            if (!secondTry) {
                secondTry = true;
                throw new PullException(PullException.Reason.NOT_UNDERSTOOD, "a package " + e.what());
            }
            batch.reject(intake.undecoded(bytes, e, at));
        }
        settled();
    }

    private void settled() throws PullException {
        waiting.remove();
        secondTry = false;
        if (waiting.isEmpty()) {
            hand();
        }
    }

    private void hand() throws PullException {
        Batch whole = batch;
        batch = new Batch();
        if (!paging.hasMore()) {
            run.finish(whole, cursor.text());
        } else if (http.request().since().filter(s -> s.path().isPresent()).isPresent()) {
            run.take(whole, cursor.text());
        } else {
            run.take(whole);
        }
    }
}
