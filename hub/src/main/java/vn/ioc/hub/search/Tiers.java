// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import vn.ioc.schema.RecordField.SearchAs;

/**
 * The numbers that ranks are made of: a score is a sum of these and of the boosts that the SDL declares, whatever else is in
 * the index. Whole numbers, so that sums are exact and cursors hold.
 */
final class Tiers {
    /** A word with the accents that were typed outranks any word without them. */
    static final int EXACT = 64;
    /** A linked record's title. */
    static final int LINKED = 1;
    /** Two neighbouring words side by side. */
    static final int PAIR = 8;
    /** The same with the typed accents, in addition. */
    static final int PAIR_EXACT = 8;
    /** All words in a row. */
    static final int PHRASE = 24;

    static final int PHRASE_EXACT = 24;
    /** The query is the whole title. */
    static final int WHOLE_TITLE = 128;
    /** A whole code of the record's own. */
    static final int CODE = 512;
    /** The start of a code of the record's own. */
    static final int CODE_START = 256;
    /** A code cited in running text, and the start of one. */
    static final int CITED = 128;

    static final int CITED_START = 96;

    private Tiers() {}

    /** What a declared boost weighs; names and codes stand above running text. */
    static int weight(SearchAs as) {
        return switch (as) {
            case TEXT -> 1;
            case NAME -> 4;
            case CODE -> 1;
        };
    }
}
