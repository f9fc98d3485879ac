// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.util.Set;

/**
 * Where a stream's items bear a mark of secrecy. Both sets empty = the stream declares that it has none.
 *
 * @param fields dedicated fields by local name, lower case
 * @param marked texts by local name, lower case, that may begin with a mark
 */
public record SecrecyRule(Set<String> fields, Set<String> marked) {
    public static final SecrecyRule NONE = new SecrecyRule(Set.of(), Set.of());

    public SecrecyRule {
        fields = Set.copyOf(fields);
        marked = Set.copyOf(marked);
    }

    public boolean isNone() {
        return fields.isEmpty() && marked.isEmpty();
    }
}
