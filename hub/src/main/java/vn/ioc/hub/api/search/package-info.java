// SPDX-License-Identifier: Apache-2.0
/** Search and suggestions: one request to the index, one statement to the graph. */
@NullMarked
package vn.ioc.hub.api.search;

import org.jspecify.annotations.NullMarked;
