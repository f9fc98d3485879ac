// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code as its source wrote it.
 *
 * @param list the code list that it is read with
 * @param on the day of the record, for lists that change over time
 */
public record CodeValue(String list, String code, @Nullable LocalDate on) {}
