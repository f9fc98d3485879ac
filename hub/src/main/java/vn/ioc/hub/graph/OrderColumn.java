// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ioc.schema.RecordField.Scalar;
import vn.ioc.schema.RecordLink;

/**
 * One part of an order.
 *
 * @param through links to one that lead to the record that has the value; none = it is the record's own
 * @param nullable records without the value come last, either way
 */
record OrderColumn(List<Step> through, String property, Scalar scalar, boolean descending, boolean nullable) {
    OrderColumn {
        through = List.copyOf(through);
    }

    /** A link to one. @param rights to its end; empty = no end is visible */
    record Step(RecordLink link, Optional<RightsShape> rights) {}

    /** Names it among the columns of its type. */
    String path() {
        return through.stream().map(step -> step.link().name() + ".").collect(Collectors.joining("", "", property));
    }
}
