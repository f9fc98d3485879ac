// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;

/**
 * An order of records; ties are broken by uid.
 *
 * @param columns outermost first
 * @param bound properties in front of the columns in the index that serves the order, each bound to one value by the filter
 */
record Order(List<OrderColumn> columns, List<String> bound, Service service) {
    /** What gives the order. */
    enum Service {
        /** An index: the columns run one way, and a nullable one stands alone. */
        INDEX,
        /** A sort of what one seek gives; its size is in the data's nature. */
        SORT,
        /** A sort of what the filter leaves, up to a stated number. */
        BOUNDED_SORT
    }

    Order {
        columns = List.copyOf(columns);
        bound = List.copyOf(bound);
    }

    /** The tie-breaker runs the way of the last column. */
    boolean tieDescending() {
        return columns.getLast().descending();
    }

    /** For cursors: what the order is, whatever serves it. */
    String text() {
        StringBuilder text = new StringBuilder();
        columns.forEach(c -> text.append(c.path()).append(c.descending() ? " desc," : " asc,"));
        return text.toString();
    }
}
