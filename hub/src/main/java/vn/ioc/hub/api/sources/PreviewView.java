// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.util.List;

/** A preview as the type {@code Preview} shows it. */
public record PreviewView(
        long added, long changed, long unchanged, long removed, long rejected, long refused, List<String> lines) {}
