// SPDX-License-Identifier: Apache-2.0
/**
 * The contract: reads the SDL's storage directives once and says what a record is. Imports nothing of ours; everything
 * else derives from {@link vn.ioc.schema.RecordModel}.
 */
@NullMarked
package vn.ioc.schema;

import org.jspecify.annotations.NullMarked;
