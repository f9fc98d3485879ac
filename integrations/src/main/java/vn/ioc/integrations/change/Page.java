// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

import java.util.List;
import java.util.Map;

/**
 * What one page of a stream became; taken by the graph in one transaction together with the checkpoint.
 *
 * @param run id of the pull that read it
 * @param epoch the lease's epoch that the pull holds; a page with an older one is fenced off
 * @param refused items refused for secrecy: only their number
 * @param excluded items that the manifest routes out, e.g. denunciations: only their number
 * @param unknownFields names of fields that the manifest does not take, with how often they were seen
 * @param checkpoint where the next pull starts, once this page is taken
 * @param last whether the pull ends with this page
 * @param listed whether the pull reads the whole list of what there is; on its last page, whether it did: then what it did
 *     not meet is gone
 */
public record Page(
        StreamId stream,
        String run,
        long epoch,
        List<Change> changes,
        List<Rejected> rejections,
        int refused,
        int excluded,
        Map<String, Long> unknownFields,
        Checkpoint checkpoint,
        boolean last,
        boolean listed) {
    public Page {
        changes = List.copyOf(changes);
        rejections = List.copyOf(rejections);
        unknownFields = Map.copyOf(unknownFields);
    }

    /** A page of a pull that tells nothing of what it did not meet. */
    public Page(
            StreamId stream,
            String run,
            long epoch,
            List<Change> changes,
            List<Rejected> rejections,
            int refused,
            int excluded,
            Map<String, Long> unknownFields,
            Checkpoint checkpoint,
            boolean last) {
        this(stream, run, epoch, changes, rejections, refused, excluded, unknownFields, checkpoint, last, false);
    }

    /** Number of the pull that read it: one more than the complete ones before. */
    public long poll() {
        return last ? checkpoint.poll() : checkpoint.poll() + 1;
    }
}
