// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import vn.ioc.hub.search.text.SearchText;

/**
 * What a search found: best first, then newest, then by uid.
 *
 * @param total number of all hits that the caller may see; empty when it was not asked for
 * @param more whether further hits follow
 * @param read the query as understood, for highlights
 */
public record SearchPage(OptionalLong total, List<Hit> hits, boolean more, List<Facet> facets, SearchText read) {
    public SearchPage {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
    }

    /** One hit. @param cursor continues after it */
    public record Hit(String uid, String cursor) {}

    /** Counts by an attribute, greatest first, then by value. Values that no visible hit has are not there. */
    public record Facet(SearchWhere.Attribute attribute, List<Count> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /** @param types of the hits with the value: fields of one name may hold codes of different lists */
    public record Count(String value, long count, Set<String> types) {
        public Count {
            types = Set.copyOf(types);
        }
    }
}
