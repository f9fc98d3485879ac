// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.List;
import java.util.Map;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;

/**
 * Kept rejections of one stream, mapped again.
 *
 * @param run id of this replay
 * @param passed what each became, by its id; possibly nothing, for one that the manifest routes out now
 * @param rejected why each is still none of ours, by its id
 */
public record Replay(StreamId stream, String run, Map<String, List<Change>> passed, Map<String, Rejected> rejected) {
    public Replay {
        passed = Map.copyOf(passed);
        rejected = Map.copyOf(rejected);
    }
}
