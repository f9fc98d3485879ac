// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.source.Transport;
import vn.ioc.integrations.tree.DecodeException;
import vn.ioc.integrations.tree.Format;
import vn.ioc.integrations.tree.Limits;

/** A page of a list, checked for what it says of itself. */
record ListAnswer(@Nullable Object tree, Optional<Long> total) {

    static ListAnswer of(Answer answer, Format format, Transport.Response response) throws PullException {
        String type = answer.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html")) {
            throw new PullException(PullException.Reason.NOT_UNDERSTOOD, "the source answered with a page for people");
        }
        words(answer, response);
        Object tree;
        try {
            tree = format.decode(answer.body(), Limits.DEFAULT);
        } catch (DecodeException e) {
            throw new PullException(PullException.Reason.NOT_UNDERSTOOD, "the answer " + e.what());
        }
        status(tree, response);
        return new ListAnswer(tree, total(tree, response));
    }

    /** Some sources say in plain words, with status 200, that they do not let us in. */
    private static void words(Answer answer, Transport.Response response) throws PullException {
        int most = response.refused().stream()
                .mapToInt(r -> r.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
        String start = new String(answer.body(), 0, Math.min(most, answer.body().length), StandardCharsets.UTF_8);
        if (response.status().isEmpty() && response.refused().stream().anyMatch(start::startsWith)) {
            throw refused();
        }
    }

    private static PullException refused() {
        return new PullException(PullException.Reason.REFUSED, "the source does not accept our credentials");
    }

    private static void status(@Nullable Object tree, Transport.Response response) throws PullException {
        if (response.status().isEmpty()) {
            return;
        }
        String status = plain(response.status().get().in(tree));
        if (response.ok().contains(status)) {
            return;
        }
        if (status.equals("401") || status.equals("403")) {
            throw new PullException(PullException.Reason.REFUSED, "the source says " + status + " in its answer");
        }
        if (response.refused().contains(status)) {
            throw refused();
        }
        throw new PullException(
                PullException.Reason.UNAVAILABLE, "the source does not say in its answer that it succeeded");
    }

    private static Optional<Long> total(@Nullable Object tree, Transport.Response response) throws PullException {
        if (response.total().isEmpty()) {
            return Optional.empty();
        }
        String total = plain(response.total().get().in(tree));
        if (!total.matches("[0-9]{1,12}")) {
            throw new PullException(
                    PullException.Reason.NOT_UNDERSTOOD, "the answer does not say how many rows there are");
        }
        return Optional.of(Long.parseLong(total));
    }

    private static String plain(@Nullable Object value) {
        return value instanceof List<?> || value == null
                ? ""
                : String.valueOf(value).strip();
    }
}
