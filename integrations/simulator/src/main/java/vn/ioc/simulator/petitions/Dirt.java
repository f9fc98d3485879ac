// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.util.EnumSet;
import java.util.Set;

/** The ways in which such portals are known to write one thing wrongly. */
enum Dirt {
    DOUBLED_SEPARATORS,
    ISO_DATE,
    COORDINATES_AS_TEXT,
    COMMA_COORDINATES,
    SWAPPED_COORDINATES,
    NO_COORDINATES,
    NUMBERS_AS_TEXT,
    DECOMPOSED,
    SENDER_IN_TEXT,
    ANSWERED_BEFORE_ASKED;

    /** A fixed share of each, spread by the place in the book so that scale 1 has all of them. */
    static Set<Dirt> of(int index) {
        Set<Dirt> dirt = EnumSet.noneOf(Dirt.class);
        add(dirt, DOUBLED_SEPARATORS, index % 7 == 3);
        add(dirt, ISO_DATE, index % 11 == 5);
        add(dirt, COMMA_COORDINATES, index % 9 == 0);
        add(dirt, COORDINATES_AS_TEXT, index % 9 == 2 || index % 9 == 6);
        add(dirt, SWAPPED_COORDINATES, index % 9 == 4);
        add(dirt, NO_COORDINATES, index % 9 == 7);
        add(dirt, NUMBERS_AS_TEXT, index % 8 == 1);
        add(dirt, DECOMPOSED, index % 29 == 11);
        add(dirt, SENDER_IN_TEXT, index % 6 == 2);
        return dirt;
    }

    private static void add(Set<Dirt> dirt, Dirt one, boolean when) {
        if (when) {
            dirt.add(one);
        }
    }
}
