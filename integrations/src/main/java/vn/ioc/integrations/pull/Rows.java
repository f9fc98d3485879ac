// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.util.List;
import java.util.stream.Collectors;
import vn.ioc.integrations.mapping.Expression;
import vn.ioc.integrations.mapping.RecordMapping;
import vn.ioc.integrations.mapping.TreePath;
import vn.ioc.integrations.source.StreamManifest;

/** The rows of a list and what tells them apart. */
final class Rows {
    private Rows() {}

    /** @throws PullException when there is no list at all, as in an answer that only says OK */
    static List<?> in(TreePath path, ListAnswer page) throws PullException {
        if (path.in(page.tree()) instanceof List<?> rows) {
            return rows;
        }
        throw new PullException(PullException.Reason.NOT_UNDERSTOOD, "the answer has no list at '" + path.text() + "'");
    }

    /** The key of the first record, where it stands plainly in the row; else the whole row. */
    static TreePath identity(StreamManifest stream) {
        RecordMapping first = stream.mapping().records().getFirst();
        boolean plain = first.each().isEmpty() && first.key().stream().allMatch(k -> k instanceof Expression.Path);
        return TreePath.of(
                plain ? first.key().stream().map(Expression::where).collect(Collectors.joining(", ", "[", "]")) : "@");
    }
}
