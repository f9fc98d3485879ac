// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import vn.ioc.schema.Properties;

/** Names in the graph that only the writing side needs. */
final class Names {
    /** On records that place others: clues to their place, see {@link Clues}. */
    static final String CLUES = "placeClues";

    /** First day on which any version of the record was observed; dates records that have no date of their own. */
    static final String OBSERVED_ON = "observedOn";

    static final String TITLE_SORT = Properties.TITLE + "Sort";
    static final String TITLE_CMP = Properties.TITLE + "Cmp";

    private Names() {}
}
