// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.util.Optional;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.mapping.StreamMapping;
import vn.ioc.integrations.mapping.Taken;
import vn.ioc.integrations.mapping.TreePath;
import vn.ioc.integrations.tree.Format;

/**
 * One stream of a source.
 *
 * @param samples glob of its files in {@code samples/}
 * @param packaged whether the items are read from {@code {entry: row of the list, package: decoded document}}
 * @param items the items in what was decoded
 * @param group rows that agree in it are one item
 * @param listing whether a pull meets all that there is, so that what it did not meet is gone
 * @param taken what of an item the mapping looks at
 */
public record StreamManifest(
        StreamId id,
        String title,
        Transport transport,
        String samples,
        Format format,
        boolean packaged,
        TreePath items,
        Optional<TreePath> group,
        SecrecyRule secrecy,
        boolean listing,
        StreamMapping mapping,
        Taken taken) {}
