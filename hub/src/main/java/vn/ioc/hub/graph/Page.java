// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.Optional;

/**
 * Which part of a list.
 *
 * @param backward counted from the end
 * @param size slot of the page's size
 * @param scan slot of how many records are read: one more than the page when it is asked whether more follow
 */
record Page(boolean backward, int size, int scan, boolean lookAhead, Optional<Bound> after, Optional<Bound> before) {}
