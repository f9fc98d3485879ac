// SPDX-License-Identifier: Apache-2.0
/**
 * A first draft of a source folder from a sample: proposes, and says where a person must decide. Imports {@code tree} and the
 * schema; what it writes goes through the same doors as what a person writes.
 */
@NullMarked
package vn.ioc.integrations.scaffold;

import org.jspecify.annotations.NullMarked;
