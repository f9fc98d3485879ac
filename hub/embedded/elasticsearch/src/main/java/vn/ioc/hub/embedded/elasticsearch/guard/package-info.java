// SPDX-License-Identifier: Apache-2.0

/**
 * Who may talk to the embedded Elasticsearch. Packed as a jar of its own, because Elasticsearch loads it beside its
 * Netty transport, in that module's class loader.
 */
@NullMarked
package vn.ioc.hub.embedded.elasticsearch.guard;

import org.jspecify.annotations.NullMarked;
