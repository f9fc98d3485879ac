// SPDX-License-Identifier: Apache-2.0
/**
 * What clients speak to: GraphQL's wiring, limits and errors. The only room that executes GraphQL; records come from graph
 * and search, rights from access. May import all rooms but app and embedded.
 */
@NullMarked
package vn.ioc.hub.api;

import org.jspecify.annotations.NullMarked;
