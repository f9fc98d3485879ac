// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import java.util.List;
import java.util.Optional;

/**
 * One search.
 *
 * @param query as typed; blank = everything that {@code where} takes, newest first
 * @param facets attributes to count by, under the same query, filter and rights as the hits
 * @param first hits wanted, 0 or more
 * @param after cursor of the hit before the first wanted one
 * @param counted whether the number of all hits is wanted
 */
public record SearchRequest(
        String query,
        SearchWhere where,
        List<SearchWhere.Attribute> facets,
        int first,
        Optional<String> after,
        boolean counted) {
    public SearchRequest {
        facets = List.copyOf(facets);
    }
}
