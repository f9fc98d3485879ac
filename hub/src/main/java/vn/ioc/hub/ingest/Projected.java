// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as its facts make it.
 *
 * @param visible whether it carries its type's label
 * @param set properties to write; null removes
 * @param changed names in the SDL's words of what changed: fields, links, and what every record has
 * @param inherited what others take from it
 */
record Projected(boolean visible, Map<String, @Nullable Object> set, Set<String> changed, Inherited inherited) {}
