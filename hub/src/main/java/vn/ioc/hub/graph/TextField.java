// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Optional;
import vn.ioc.hub.access.Visibility;

/**
 * A field or link of which sources tell.
 *
 * @param visibility HIDDEN: that it is told is shown, and not what
 * @param owner the source that has the last word on it; empty = the newest has
 * @param link its values are ids of records
 */
record TextField(String name, Visibility visibility, Optional<String> owner, boolean link) {}
