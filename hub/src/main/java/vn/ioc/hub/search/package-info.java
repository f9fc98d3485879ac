// SPDX-License-Identifier: Apache-2.0
/**
 * Finds: turns a typed query, a filter and the caller's rights into one Elasticsearch request, and answers with ids, facets
 * and pages; fields always come from the graph. Imports access, schema and its own rooms text and index; the only importer
 * of the Elasticsearch client.
 */
@NullMarked
package vn.ioc.hub.search;

import org.jspecify.annotations.NullMarked;
