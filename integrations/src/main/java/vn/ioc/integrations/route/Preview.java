// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ioc.integrations.change.Outcome;
import vn.ioc.integrations.change.StreamId;

/**
 * What a pull would bring, without anything written.
 *
 * @param unknownFields names that the manifest does not take, with how often they were seen
 * @param complete whether all was read; else there may be more of everything
 * @param listed streams that list what there is and were read to their end without a rejection: what is not among the
 *     outcomes is gone there
 * @param problems of streams that could not be pulled
 */
public record Preview(
        List<Outcome> outcomes,
        int refused,
        int excluded,
        Map<String, Long> unknownFields,
        boolean complete,
        Set<StreamId> listed,
        List<String> problems) {}
