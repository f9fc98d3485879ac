// SPDX-License-Identifier: Apache-2.0
/**
 * What an operation may be before it touches any data: size and shape of its document, its predicted cost, the caller's
 * budget, introspection; and the words in which it is refused.
 */
@NullMarked
package vn.ioc.hub.api.operation;

import org.jspecify.annotations.NullMarked;
