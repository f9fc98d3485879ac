// SPDX-License-Identifier: Apache-2.0
/**
 * Reads records from the graph: compiles selection, filter, order, page and rights into one Cypher statement per question;
 * and reads for the index, through the port of search.index. May import the schema, access, that port and the Neo4j driver;
 * knows neither GraphQL's execution nor the search engine.
 */
@NullMarked
package vn.ioc.hub.graph;

import org.jspecify.annotations.NullMarked;
