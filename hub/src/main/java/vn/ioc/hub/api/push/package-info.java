// SPDX-License-Identifier: Apache-2.0
/** Documents that sources send by themselves, over HTTP. May import what {@code api} may. */
@NullMarked
package vn.ioc.hub.api.push;

import org.jspecify.annotations.NullMarked;
