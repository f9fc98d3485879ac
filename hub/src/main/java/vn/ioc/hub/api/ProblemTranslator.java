// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.util.Optional;

/** Knows the exceptions of one room. Each room that can fail has a bean of this. */
@FunctionalInterface
public interface ProblemTranslator {
    /** @return empty when the exception is not of the room */
    Optional<Problem> find(Throwable failure);
}
