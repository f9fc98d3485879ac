// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.api.ErrorCode;

/**
 * Measures a parsed document without running or validating it. Fragments are measured once each and counted as often as they
 * are spread, so that a small document that spreads wide costs nothing to refuse. Fragments that spread themselves are left
 * to the validation.
 */
final class DocumentCheck {
    /** Levels that Relay's lists add. */
    private static final Set<String> PLUMBING = Set.of("edges", "node", "pageInfo");

    private final OperationLimits limits;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> measured = new HashMap<>();
    private final Size open = new Size(0, 0, 0);
    private int aliases;
    private int directives;

    private DocumentCheck(OperationLimits limits) {
        this.limits = limits;
    }

    /** @param roots fields directly in it; @param depth levels below; @param selections all fields, fragments spread */
    private record Size(long roots, int depth, long selections) {
        Size and(Size other) {
            return new Size(cap(roots + other.roots), Math.max(depth, other.depth), cap(selections + other.selections));
        }

        private static long cap(long count) {
            return Math.min(count, Integer.MAX_VALUE);
        }
    }

    /** @throws Refusal when the document is beyond a limit */
    static void check(Document document, OperationLimits limits) {
        new DocumentCheck(limits).check(document);
    }

    private void check(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(f -> fragments.put(f.getName(), f));
        for (FragmentDefinition fragment : fragments.values()) {
            directives += fragment.getDirectives().size();
            fragment(fragment.getName());
        }
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            directives += operation.getDirectives().size();
            Size size = measure(operation.getSelectionSet());
            most(ErrorCode.LIMIT_ROOTS, "root fields of one operation", size.roots(), limits.roots());
            most(ErrorCode.LIMIT_DEPTH, "levels of fields", size.depth(), limits.depth());
            most(
                    ErrorCode.LIMIT_FIELDS,
                    "selections with all fragments spread",
                    size.selections(),
                    limits.selections());
        }
        most(ErrorCode.LIMIT_ALIASES, "aliases", aliases, limits.aliases());
        most(ErrorCode.LIMIT_DIRECTIVES, "directives", directives, limits.directives());
    }

    private Size measure(@Nullable SelectionSet set) {
        Size all = open;
        if (set == null) {
            return all;
        }
        Map<String, Integer> keys = new HashMap<>();
        for (Selection<?> selection : set.getSelections()) {
            all = all.and(
                    switch (selection) {
                        case Field field -> {
                            repeated(field.getResultKey(), keys.merge(field.getResultKey(), 1, Integer::sum));
                            yield field(field);
                        }
                        case InlineFragment inline -> {
                            directives += inline.getDirectives().size();
                            yield measure(inline.getSelectionSet());
                        }
                        case FragmentSpread spread -> {
                            directives += spread.getDirectives().size();
                            repeated("..." + spread.getName(), keys.merge("..." + spread.getName(), 1, Integer::sum));
                            yield fragment(spread.getName());
                        }
                        default -> throw new IllegalStateException("GraphQL has three kinds of selections");
                    });
        }
        return all;
    }

    private Size field(Field field) {
        directives += field.getDirectives().size();
        if (field.getAlias() != null) {
            aliases++;
        }
        Size below = measure(field.getSelectionSet());
        if (field.getName().startsWith("__")) {
            // Introspection has bounds of its own in graphql-java.
            return new Size(1, 1, 1);
        }
        int level = PLUMBING.contains(field.getName()) ? 0 : 1;
        return new Size(1, level + below.depth(), 1 + below.selections());
    }

    private Size fragment(String name) {
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            return open;
        }
        Size known = measured.get(name);
        if (known == null) {
            measured.put(name, open);
            known = measure(fragment.getSelectionSet());
            measured.put(name, known);
        }
        return known;
    }

    private void repeated(String key, int times) {
        if (times > limits.repeats()) {
            throw new Refusal(
                    ErrorCode.LIMIT_FIELDS,
                    "'" + key + "' stands more than " + limits.repeats() + " times in one selection set");
        }
    }

    private static void most(ErrorCode code, String what, long found, long allowed) {
        if (found > allowed) {
            throw Refusal.tooMany(code, what, found, allowed);
        }
    }
}
