// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

/**
 * Names one record: its type and its joined key ({@code part/part}, with the source's name first for LOCAL keys).
 * Ordered by uid.
 */
public record RecordKey(String type, String key) implements Comparable<RecordKey> {
    /** Unique over all types: {@code Type:key}. */
    public String uid() {
        return type + ":" + key;
    }

    @Override
    public int compareTo(RecordKey other) {
        return uid().compareTo(other.uid());
    }

    @Override
    public String toString() {
        return uid();
    }
}
