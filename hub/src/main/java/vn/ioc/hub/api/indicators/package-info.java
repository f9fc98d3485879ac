// SPDX-License-Identifier: Apache-2.0
/** Derived figures in GraphQL. */
@NullMarked
package vn.ioc.hub.api.indicators;

import org.jspecify.annotations.NullMarked;
