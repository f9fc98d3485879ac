// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import vn.ioc.schema.RecordField.SearchAs;

/** Names of the index's fields beside those of {@link vn.ioc.schema.Properties}. */
public final class IndexFields {
    /** uids of the organisations that a record's to-one links name. */
    public static final String ORGANIZATIONS = "organizationKeys";
    /** Codes and numbers that running text cites, whole. */
    public static final String CITED = "cited";
    /** The title as one comparable term, and without accents. */
    public static final String WHOLE_TITLE = "wholeTitle";
    /** Title and names, for suggestions. */
    public static final String SUGGEST = "suggest";
    /** uids of the records that the record is searched through. */
    public static final String THROUGH = "through";
    /** {@code uid#sign} of the same; a sign changes with the titles that they give. */
    public static final String THROUGH_SIGNS = "throughSigns";
    /** uids of the records whose titles are searched with this one. */
    public static final String LINKED = "linkedKeys";

    /** Sub-field of a text field: without accents. */
    public static final String FOLDED = ".folded";
    /** Beside a field of codes: their starts up to a joint. */
    public static final String STARTS = "_starts";
    /** Beside a field of codes: their words. */
    public static final String WORDS = "_words";

    private IndexFields() {}

    /** A facet's field. */
    public static String facet(String name) {
        return "facet_" + name;
    }

    /** The field of all values that are searched alike. */
    public static String searched(SearchAs as, int boost) {
        return switch (as) {
            case TEXT -> "text_" + boost;
            case NAME -> "name_" + boost;
            case CODE -> "code_" + boost;
        };
    }

    /** Titles of linked records of that sector and audience: searched by those who may see such records everywhere. */
    public static String linked(String sector, String audience) {
        return "linked_" + sector + "_" + audience;
    }
}
