// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathType;
import io.burt.jmespath.function.Function;
import io.burt.jmespath.jcf.JcfRuntime;
import io.burt.jmespath.node.CreateObjectNode;
import io.burt.jmespath.node.Node;
import io.burt.jmespath.node.NodeFactory;
import io.burt.jmespath.node.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a path which parts of an item it may look at, by running it over {@link Reach} instead of data. Errs on the
 * side of more: what a function looks at is taken whole.
 */
final class TakenReader {
    private static final Set<String> KEEPING =
            Set.of("sort_by", "max_by", "min_by", "reverse", "not_null", "to_array", "merge", "sort", "max", "min");
    private static final Runtime RUNTIME = new Runtime();

    private TakenReader() {}

    /** What the path finds from there; what it only compares is taken on the way. */
    static Reach reach(TreePath path, Reach from) {
        return (Reach) RUNTIME.compile(path.text()).search(from);
    }

    private static final class Runtime extends JcfRuntime {
        private final NodeFactory<Object> factory = new Factory(this);

        @Override
        public NodeFactory<Object> nodeFactory() {
            return factory;
        }

        @Override
        public JmesPathType typeOf(Object value) {
            return value instanceof Reach ? JmesPathType.OBJECT : super.typeOf(value);
        }

        @Override
        public Object createObject(Map<Object, Object> entries) {
            Map<String, Reach> parts = new LinkedHashMap<>();
            entries.forEach((name, part) -> parts.put(String.valueOf(name), (Reach) part));
            return new Reach(Set.of(), parts);
        }
    }

    private static final class Step extends Node<Object> {
        private final UnaryOperator<Reach> step;
        private final boolean reference;

        Step(JcfRuntime runtime, boolean reference, UnaryOperator<Reach> step) {
            super(runtime);
            this.reference = reference;
            this.step = step;
        }

        @Override
        public Object search(Object input) {
            return step.apply((Reach) input);
        }

        @Override
        protected boolean internalEquals(@Nullable Object other) {
            return this == other;
        }

        @Override
        protected int internalHashCode() {
            return System.identityHashCode(this);
        }
    }

    private static final class Factory implements NodeFactory<Object> {
        private final JcfRuntime runtime;

        Factory(JcfRuntime runtime) {
            this.runtime = runtime;
        }

        private Node<Object> step(UnaryOperator<Reach> step) {
            return new Step(runtime, false, step);
        }

        private static Reach run(Expression<Object> expression, Reach from) {
            return (Reach) expression.search(from);
        }

        private static Reach all(List<? extends Expression<Object>> expressions, Reach from) {
            return Reach.union(expressions.stream().map(e -> run(e, from)).toList());
        }

        @Override
        public Node<Object> createCurrent() {
            return step(UnaryOperator.identity());
        }

        @Override
        public Node<Object> createProperty(String name) {
            return step(from -> from.child(name));
        }

        @Override
        public Node<Object> createIndex(int index) {
            return step(UnaryOperator.identity());
        }

        @Override
        public Node<Object> createSlice(Integer start, Integer stop, Integer by) {
            return step(UnaryOperator.identity());
        }

        @Override
        public Node<Object> createProjection(Expression<Object> each) {
            return step(from -> run(each, from));
        }

        @Override
        public Node<Object> createFlattenArray() {
            return step(UnaryOperator.identity());
        }

        @Override
        public Node<Object> createFlattenObject() {
            return step(Reach::take);
        }

        @Override
        public Node<Object> createSelection(Expression<Object> test) {
            return step(from -> {
                run(test, from).take();
                return from;
            });
        }

        @Override
        public Node<Object> createComparison(Operator operator, Expression<Object> left, Expression<Object> right) {
            return step(from -> {
                all(List.of(left, right), from).take();
                return Reach.NOTHING;
            });
        }

        @Override
        public Node<Object> createOr(Expression<Object> left, Expression<Object> right) {
            return step(from -> all(List.of(left, right), from));
        }

        @Override
        public Node<Object> createAnd(Expression<Object> left, Expression<Object> right) {
            return step(from -> {
                run(left, from).take();
                return run(right, from);
            });
        }

        @Override
        public Node<Object> createFunctionCall(String name, List<? extends Expression<Object>> arguments) {
            return step(from -> call(name, arguments, from));
        }

        @Override
        public Node<Object> createFunctionCall(Function function, List<? extends Expression<Object>> arguments) {
            return createFunctionCall(function.name(), arguments);
        }

        private static Reach call(String name, List<? extends Expression<Object>> arguments, Reach from) {
            List<Expression<Object>> references = new ArrayList<>();
            List<Expression<Object>> values = new ArrayList<>();
            arguments.forEach(a -> (a instanceof Step s && s.reference ? references : values).add(a));
            Reach given = all(values, from);
            Reach referred = all(references, given);
            if (name.equals("map")) {
                return referred;
            }
            referred.take();
            if (KEEPING.contains(name)) {
                return given;
            }
            given.take();
            return name.equals("values") ? given : Reach.NOTHING;
        }

        @Override
        public Node<Object> createExpressionReference(Expression<Object> expression) {
            return new Step(runtime, true, from -> run(expression, from));
        }

        @Override
        public Node<Object> createString(String text) {
            return step(from -> Reach.NOTHING);
        }

        @Override
        public Node<Object> createNegate(Expression<Object> negated) {
            return step(from -> {
                run(negated, from).take();
                return Reach.NOTHING;
            });
        }

        @Override
        public Node<Object> createCreateObject(List<CreateObjectNode.Entry<Object>> entries) {
            return new CreateObjectNode<>(runtime, entries);
        }

        @Override
        public Node<Object> createCreateArray(List<? extends Expression<Object>> elements) {
            return step(from -> all(elements, from));
        }

        @Override
        public Node<Object> createJsonLiteral(String json) {
            return step(from -> Reach.NOTHING);
        }

        @Override
        public Node<Object> createSequence(List<Node<Object>> nodes) {
            return step(from -> {
                Reach reach = from;
                for (Node<Object> node : nodes) {
                    reach = run(node, reach);
                }
                return reach;
            });
        }
    }
}
