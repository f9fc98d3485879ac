// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.util.List;

/**
 * One value of the items of a list.
 *
 * @param wire its name on the wire; of a value inside an object both names, joined by a dot
 * @param path JMESPath of it in an item
 * @param field name proposed for it
 * @param formats of a date; empty = ISO 8601, or no date
 * @param filled whether every item of the sample has it
 * @param unique whether no two items of the sample have the same
 */
record Column(
        String wire, String path, String field, ColumnKind kind, List<String> formats, boolean filled, boolean unique) {

    /** What its name says that it is; each role is of words, Vietnamese without accents. */
    boolean says(Role role) {
        return role.fits(wire);
    }
}
