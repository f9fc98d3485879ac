// SPDX-License-Identifier: Apache-2.0
/**
 * The door: bytes are decoded, checked for secrecy, split into items, cut to what the manifest takes, and mapped, in this
 * order. Imports {@code source}, {@code mapping}, {@code codes}, {@code tree} and {@code change}.
 */
@NullMarked
package vn.ioc.integrations.intake;

import org.jspecify.annotations.NullMarked;
