// SPDX-License-Identifier: Apache-2.0
/**
 * The writing side: takes pages of changes into the graph, one transaction each, and hands on what changed in the order
 * of the commits. Implements the port of {@link vn.ioc.integrations.change.Graph}; imports schema, integrations.change
 * and territory. Search, api and app may import it.
 */
@NullMarked
package vn.ioc.hub.ingest;

import org.jspecify.annotations.NullMarked;
