// SPDX-License-Identifier: Apache-2.0
/** Tokens in, callers out: the resource server, and the embedded issuer of the embedded profile. */
@NullMarked
package vn.ioc.hub.app.security;

import org.jspecify.annotations.NullMarked;
