// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code lookup}: what a further column of a code list says of a code, or of each code of a list, in their order and each once. A
 * code that the list does not know, or for which the column is blank, gives nothing.
 */
public record LookupFunction(Expression of, String list, String column) implements Expression {
    @Override
    public @Nullable Object evaluate(Scope scope) throws MappingException {
        Set<String> found = new LinkedHashSet<>();
        for (String code : Texts.texts(of.evaluate(scope), where())) {
            scope.codes().column(list, code, column).ifPresent(found::add);
        }
        return found.isEmpty() ? null : List.copyOf(found);
    }

    @Override
    public Kind kind() {
        return Kind.LIST;
    }

    @Override
    public List<Expression> parts() {
        return List.of(of);
    }
}
