// SPDX-License-Identifier: Apache-2.0
/** Reads the graph. Imports schema, access and the port of search.index; with ingest the only importer of the Neo4j driver. */
@NullMarked
package vn.ioc.hub.graph;

import org.jspecify.annotations.NullMarked;
