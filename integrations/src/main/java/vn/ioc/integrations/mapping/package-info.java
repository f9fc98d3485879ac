// SPDX-License-Identifier: Apache-2.0
/**
 * From a source's words to ours: pure, bounded functions over trees. Nothing here throws on data. Imports {@code change},
 * {@code codes} and the schema.
 */
@NullMarked
package vn.ioc.integrations.mapping;

import org.jspecify.annotations.NullMarked;
