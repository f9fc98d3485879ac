// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ioc.integrations.change.StreamId;

/**
 * How the items of one stream become records.
 *
 * @param exclude items for which it holds are routed out
 * @param version names this mapping: another one applies anew to every item
 */
public record StreamMapping(StreamId stream, Optional<TreePath> exclude, List<RecordMapping> records, String version) {
    public StreamMapping {
        records = List.copyOf(records);
    }

    /** What of an item this mapping looks at. */
    public Taken taken() {
        Taken root = new Taken();
        Reach item = Reach.of(root);
        exclude.ifPresent(path -> take(path, item));
        for (RecordMapping record : records) {
            Reach scope = record.each()
                    .map(path ->
                            new Reach(java.util.Set.of(), Map.of("each", TakenReader.reach(path, item), "item", item)))
                    .orElse(item);
            record.expressions().forEach(e -> take(e, scope));
            record.conditions().forEach(path -> take(path, scope));
            record.links().values().forEach(link -> take(link, scope));
            Reach checked = new Reach(java.util.Set.of(new Taken()), Map.of("item", scope));
            record.checks().values().forEach(path -> take(path, checked));
        }
        return root;
    }

    private static void take(RecordMapping.Link link, Reach scope) {
        Reach inner = link.each()
                .map(path ->
                        new Reach(java.util.Set.of(), Map.of("each", TakenReader.reach(path, scope), "item", scope)))
                .orElse(scope);
        link.key().forEach(e -> take(e, inner));
    }

    private static void take(Expression expression, Reach scope) {
        expression.paths().forEach(path -> take(path, scope));
        expression.parts().forEach(part -> take(part, scope));
    }

    private static void take(TreePath path, Reach scope) {
        TakenReader.reach(path, scope).take();
    }
}
