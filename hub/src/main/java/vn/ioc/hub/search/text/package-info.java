// SPDX-License-Identifier: Apache-2.0
/**
 * What a Vietnamese query says: words, codes, abbreviations and their spellings, and where they stand in a text. Pure; knows
 * no store. Imports only the schema.
 */
@NullMarked
package vn.ioc.hub.search.text;

import org.jspecify.annotations.NullMarked;
