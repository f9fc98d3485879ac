// SPDX-License-Identifier: Apache-2.0
/** Codes that others own, as dated lists: data, not enums. Imports only {@code tree}. */
@NullMarked
package vn.ioc.integrations.codes;

import org.jspecify.annotations.NullMarked;
