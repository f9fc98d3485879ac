// SPDX-License-Identifier: Apache-2.0
/**
 * Canonical changes: what a source says in our words, and the port that takes them. Imports only the schema and Java;
 * every other room of integrations may import it.
 */
@NullMarked
package vn.ioc.integrations.change;

import org.jspecify.annotations.NullMarked;
