// SPDX-License-Identifier: Apache-2.0
/**
 * Administrative areas in time: what an area covers, which area a record's clues name, and which area holds it today.
 * Reads Area records from the graph; imports the schema and the port of changes. Graph, ingest, search, api and app may
 * import it.
 */
@NullMarked
package vn.ioc.hub.territory;

import org.jspecify.annotations.NullMarked;
