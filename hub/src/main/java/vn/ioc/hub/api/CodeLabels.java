// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Labels of codes that others own. Answers from memory. */
@FunctionalInterface
public interface CodeLabels {
    /**
     * The label of a code.
     *
     * @param on the day that the record is dated, for lists that change over time; null = today
     * @param language {@code VI} or {@code EN}
     * @return empty when the list does not know the code, or has no label in the language
     */
    Optional<String> label(String list, String code, @Nullable LocalDate on, String language);
}
