// SPDX-License-Identifier: Apache-2.0
/**
 * Sources as data: a folder with {@code source.yaml} becomes a {@link vn.ioc.integrations.source.SourceManifest}, checked against
 * the SDL. Imports {@code mapping}, {@code codes}, {@code tree} and the schema.
 */
@NullMarked
package vn.ioc.integrations.source;

import org.jspecify.annotations.NullMarked;
