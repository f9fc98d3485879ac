// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.ArrayList;
import java.util.List;
import vn.ioc.integrations.change.RecordKey;

/**
 * The targets of one link. A target of which a part of the key is missing is none.
 *
 * @param source name of the source, the first part of LOCAL keys
 */
record LinkTargets(String source, RecordMapping.Link link) {
    private static final int MOST = 2000;

    List<RecordKey> in(Scope scope) throws MappingException {
        List<RecordKey> targets = new ArrayList<>();
        if (link.each().isPresent()) {
            for (Object element : link.each().get().listIn(scope.tree())) {
                targets.addAll(ofOne(scope.each(element)));
            }
        } else {
            targets.addAll(ofOne(scope));
        }
        List<RecordKey> distinct = targets.stream().distinct().sorted().toList();
        if (distinct.size() > (link.link().many() ? MOST : 1)) {
            throw MappingException.conversion(
                    link.key().getFirst().where(),
                    "gives " + distinct.size() + " targets of the link "
                            + link.link().name() + "; allowed " + (link.link().many() ? "are " + MOST : "is one"));
        }
        return distinct;
    }

    private List<RecordKey> ofOne(Scope scope) throws MappingException {
        List<RecordKey> targets = new ArrayList<>();
        if (link.key().size() == 1) {
            Expression key = link.key().getFirst();
            Texts.texts(key.evaluate(scope), key.where()).forEach(text -> targets.add(target(List.of(text))));
            return targets;
        }
        List<String> parts = new ArrayList<>();
        for (Expression expression : link.key()) {
            String part = Texts.text(expression.evaluate(scope), expression.where());
            if (part == null) {
                return List.of();
            }
            parts.add(part);
        }
        return List.of(target(parts));
    }

    private RecordKey target(List<String> parts) {
        String joined = String.join("/", parts);
        return new RecordKey(link.link().target(), link.local() ? source + "/" + joined : joined);
    }
}
