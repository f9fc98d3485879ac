// SPDX-License-Identifier: Apache-2.0
/**
 * Every wire format as one tree: {@code Map<String, Object>} in the order of the source, {@code List<Object>}, {@code String}
 * (NFC), {@code Long}, {@code BigInteger}, {@code BigDecimal}, {@code Boolean}, null. Imports only the schema and Java.
 */
@NullMarked
package vn.ioc.integrations.tree;

import org.jspecify.annotations.NullMarked;
