// SPDX-License-Identifier: Apache-2.0

/**
 * Programs that the hub starts beside itself on one machine: Neo4j, Elasticsearch, the stand-in district. Each runs in
 * a JVM and with a class path of its own, is started again when it dies, and stops when the hub stops or dies.
 *
 * <p>Plain Java: this package imports no other room, no Spring, no driver and no class of the programs it starts.
 */
@NullMarked
package vn.ioc.hub.embedded;

import org.jspecify.annotations.NullMarked;
