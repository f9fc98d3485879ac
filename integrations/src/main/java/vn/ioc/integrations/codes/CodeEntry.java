// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.codes;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One code of one list.
 *
 * @param labelEn empty when the list gives none
 * @param validFrom first day; null = always was
 * @param validTo last day; null = still is
 * @param columns the cells of all columns that are not blank, by their names
 */
public record CodeEntry(
        String list,
        String code,
        String labelVi,
        String labelEn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<String, String> columns) {

    public CodeEntry {
        columns = Map.copyOf(columns);
    }

    boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    boolean overlaps(CodeEntry other) {
        return (validFrom == null || other.validTo == null || !other.validTo.isBefore(validFrom))
                && (other.validFrom == null || validTo == null || !validTo.isBefore(other.validFrom));
    }
}
