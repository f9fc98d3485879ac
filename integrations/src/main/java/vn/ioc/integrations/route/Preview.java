// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.util.List;
import java.util.Map;
import vn.ioc.integrations.change.Outcome;

/**
 * What a pull would bring, without anything written.
 *
 * @param unknownFields names that the manifest does not take, with how often they were seen
 * @param problems of streams that could not be pulled
 */
public record Preview(
        List<Outcome> outcomes, int refused, int excluded, Map<String, Long> unknownFields, List<String> problems) {}
