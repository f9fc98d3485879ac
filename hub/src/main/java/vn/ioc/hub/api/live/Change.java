// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.Row;

/** One change as a subscriber gets it. @param record null when it was not asked for, or is not visible */
record Change(
        String cursor,
        ChangeJudge.Kind kind,
        String id,
        String type,
        @Nullable Row record) {}
