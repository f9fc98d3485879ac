// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

/**
 * Something that goes wrong with one answer.
 *
 * @param amount seconds for {@code Retry-After} or milliseconds of delay, as the kind says
 */
public record Fault(Kind kind, int amount) {
    /** The ways in which the systems are known to fail. */
    public enum Kind {
        /** 429 with {@code Retry-After} of {@code amount} seconds. */
        TOO_MANY_REQUESTS,
        /** 503 with {@code Retry-After} when {@code amount} is positive. */
        UNAVAILABLE,
        /** 500 with a page for people. */
        SERVER_ERROR,
        /** 401 by status. */
        UNAUTHORIZED,
        /** 200 whose body says 401. */
        TOKEN_REFUSED,
        /** 200 with a sign-in page in HTML. */
        HTML,
        /** 200 and well-formed HTTP, but only the first half of the body. */
        CUT,
        /** The full length is announced, the connection ends half-way. */
        DROPPED,
        /** The count of all rows is too high by seven. */
        WRONG_TOTAL,
        /** The page that was sent before comes once more. */
        DUPLICATE_PAGE,
        /** The right answer after {@code amount} milliseconds. */
        SLOW
    }
}
