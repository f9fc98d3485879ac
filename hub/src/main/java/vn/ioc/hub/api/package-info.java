// SPDX-License-Identifier: Apache-2.0
/**
 * GraphQL: the schema made executable, errors with codes, limits. The only room that executes GraphQL; imports graph,
 * search, access, ingest and integrations.
 */
@NullMarked
package vn.ioc.hub.api;

import org.jspecify.annotations.NullMarked;
