// SPDX-License-Identifier: Apache-2.0
/**
 * Who sees what: turns a caller into one predicate. Imports only the schema and Java; compilers of the predicate live with
 * their stores (graph, search), and must agree with {@link vn.ioc.hub.access.Rights#sees}.
 */
@NullMarked
package vn.ioc.hub.access;

import org.jspecify.annotations.NullMarked;
