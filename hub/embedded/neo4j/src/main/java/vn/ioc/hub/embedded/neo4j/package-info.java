// SPDX-License-Identifier: Apache-2.0

/** The embedded Neo4j: a program of its own, in its own JVM. It knows nothing of the hub and the hub links none of it. */
@NullMarked
package vn.ioc.hub.embedded.neo4j;

import org.jspecify.annotations.NullMarked;
