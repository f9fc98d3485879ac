// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.util.Optional;

/** One pull over HTTP: asks, is answered, and hands pages to the graph as they are whole. Used by one thread. */
public interface Pull {
    /** The next request; empty = the pull is complete. */
    Optional<Call> next();

    /**
     * Takes an answer of status 200 to the request that {@link #next} gave last. When it throws a reason that may be tried
     * again, the same request may be sent once more: nothing of the answer was taken.
     */
    void answered(Answer answer) throws PullException;

    /** Takes an answer of another status; most are failures. */
    default void answeredOtherwise(Answer answer) throws PullException {
        int status = answer.status();
        if (status == 429 || status == 408 || status >= 500) {
            throw new PullException(PullException.Reason.UNAVAILABLE, "the source answered with status " + status);
        }
        if (status >= 300 && status < 400) {
            throw new PullException(PullException.Reason.REDIRECTED, "the source points to another address");
        }
        throw new PullException(PullException.Reason.REFUSED, "the source answered with status " + status);
    }
}
