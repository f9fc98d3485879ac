// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.indicator;

import java.util.Set;

/** Tells whether records of some types changed. */
@FunctionalInterface
public interface TypeMarks {
    /** A number that grows whenever a record of one of the types changes; it may grow when none did. */
    long of(Set<String> types);
}
