// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.Map;

/** One write to the index; a write with an older version than the index has changes nothing. */
sealed interface IndexWrite {
    String uid();

    /** Outbox number of the record's last change. */
    long version();

    record Put(String uid, long version, Map<String, Object> document) implements IndexWrite {}

    record Drop(String uid, long version) implements IndexWrite {}
}
