// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.RuntimeConfiguration;
import io.burt.jmespath.jcf.JcfRuntime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled JMESPath expression over a tree. A type error in it gives null. */
public final class TreePath {
    private static final JcfRuntime RUNTIME = new JcfRuntime(
            RuntimeConfiguration.builder().withSilentTypeErrors(true).build());
    private static final int LONGEST = 2000;

    private final String text;
    private final Expression<Object> compiled;

    private TreePath(String text, Expression<Object> compiled) {
        this.text = text;
        this.compiled = compiled;
    }

    /** @throws IllegalArgumentException when it is not JMESPath; the message says where */
    public static TreePath of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a path has at most " + LONGEST + " characters");
        }
        try {
            return new TreePath(text, RUNTIME.compile(text));
        } catch (JmesPathException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("is not JMESPath");
            throw new IllegalArgumentException(message, e);
        }
    }

    public @Nullable Object in(@Nullable Object tree) {
        return compiled.search(tree);
    }

    /** What it finds, as a list: nothing is empty, one is a list of one. */
    public List<?> listIn(@Nullable Object tree) {
        Object found = in(tree);
        return found == null ? List.of() : found instanceof List<?> list ? list : List.of(found);
    }

    /** Whether it holds: what it finds is neither null, false nor empty. */
    public boolean holds(@Nullable Object tree) {
        return RUNTIME.isTruthy(in(tree));
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
