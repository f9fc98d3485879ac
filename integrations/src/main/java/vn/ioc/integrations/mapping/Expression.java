// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a value is had from an item: a path, or one of the closed list of functions. Pure; null = the item has none. */
public sealed interface Expression
        permits Expression.Path,
                Functions.Text,
                Functions.Number,
                Functions.Code,
                Functions.Key,
                Functions.Split,
                Functions.Match,
                Functions.HmacOf,
                Functions.Redact,
                Functions.FirstOf,
                Functions.When,
                DateFunction,
                DaysFunction,
                LookupFunction,
                PointFunction {

    @Nullable
    Object evaluate(Scope scope) throws MappingException;

    Kind kind();

    /** The expressions that it is made of. */
    List<Expression> parts();

    /** Paths that it looks at itself, besides those of its parts. */
    default List<TreePath> paths() {
        return List.of();
    }

    /** The first path in it: where a rejection points to. */
    default String where() {
        return paths().isEmpty()
                ? parts().stream()
                        .map(Expression::where)
                        .filter(w -> !w.isEmpty())
                        .findFirst()
                        .orElse("")
                : paths().getFirst().text();
    }

    /** A path alone; what it finds is taken as it is. */
    record Path(TreePath path) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return path.in(scope.tree());
        }

        @Override
        public Kind kind() {
            return Kind.ANY;
        }

        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public List<TreePath> paths() {
            return List.of(path);
        }

        @Override
        public String toString() {
            return path.text();
        }
    }
}
