// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import vn.ioc.schema.RecordField.Scalar;

/** One part of an order. @param nullable records without the value come last, either way */
record OrderColumn(String property, Scalar scalar, boolean descending, boolean nullable) {
    OrderColumn flipped() {
        return new OrderColumn(property, scalar, !descending, nullable);
    }
}
