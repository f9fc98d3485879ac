// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.Optional;

/**
 * A link of a record type to another record, seen from {@code owner}.
 *
 * @param target record type at the other end
 * @param type relationship type in the graph
 * @param out whether the relationship points away from {@code owner}
 * @param many false = to one: an object field; true = to many: a connection
 * @param origin where the link comes from
 * @param inverseOf for {@link Origin#INVERSE}: name of the declared link on {@code target} that this is the reverse of
 * @param keyProperty a to-one link to a reference type is stored as an indexed property too (the target's uid)
 */
public record RecordLink(
        String owner,
        String name,
        String target,
        String type,
        boolean out,
        boolean many,
        boolean nonNull,
        Origin origin,
        Optional<String> inverseOf,
        Optional<String> keyProperty,
        String description) {

    /** Where a link comes from: declared in the SDL, the reverse of a declared one, or an area's records. */
    public enum Origin {
        DECLARED,
        INVERSE,
        /** From an area to the records placed in what it covers: {@code place} or {@code placeNow} in covers(area). */
        TERRITORY
    }
}
