// SPDX-License-Identifier: Apache-2.0
/**
 * The index: its definition, derived from the record model, and what keeps it equal to the graph. It is a projection that can
 * be dropped and rebuilt at any time. Imports the schema and search.text; with its parent the only importer of the
 * Elasticsearch client. The graph is reached through {@link vn.ioc.hub.search.index.IndexSource} alone.
 */
@NullMarked
package vn.ioc.hub.search.index;

import org.jspecify.annotations.NullMarked;
