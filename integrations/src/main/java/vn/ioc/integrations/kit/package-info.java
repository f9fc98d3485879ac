// SPDX-License-Identifier: Apache-2.0
/**
 * The contract that every source folder keeps, checked offline from its samples: by the tests on all folders, by
 * {@code source check} on one. Cannot be switched off. Imports everything here but {@code pull} and {@code route}.
 */
@NullMarked
package vn.ioc.integrations.kit;

import org.jspecify.annotations.NullMarked;
