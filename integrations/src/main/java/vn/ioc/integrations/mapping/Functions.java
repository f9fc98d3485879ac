// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of the mapping language, one record each; {@code date} and {@code point} stand beside this file. */
public final class Functions {
    private Functions() {}

    /** {@code text}: a text without blanks around it. */
    public record Text(Expression of) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            return Texts.text(of.evaluate(scope), where());
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** {@code number}: also of text, with a comma or a point as decimal mark. */
    public record Number(Expression of) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            return Numbers.number(of.evaluate(scope), where());
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }

        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** {@code code}: a code of a list, as it came; one that the list does not know is kept and counted. */
    public record Code(Expression of, String list) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            return Texts.text(of.evaluate(scope), where());
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** {@code key}: its parts joined; none when one is missing. */
    public record Key(List<Expression> parts, String join) implements Expression {
        public Key {
            parts = List.copyOf(parts);
        }

        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            List<String> texts = new ArrayList<>();
            for (Expression part : parts) {
                String text = Texts.text(part.evaluate(scope), part.where());
                if (text == null) {
                    return null;
                }
                texts.add(text);
            }
            return String.join(join, texts);
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /** {@code split}: the pieces between separators, without blanks and empty ones. */
    public record Split(Expression of, String by) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            String text = Texts.text(of.evaluate(scope), where());
            return text == null
                    ? List.of()
                    : Texts.texts(List.of(text.split(java.util.regex.Pattern.quote(by), -1)), where());
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

    /**
     * {@code match}: one group of the first match, in time linear in the text.
     *
     * @param group its number; 0 = the whole match
     */
    public record Match(Expression of, Pattern regex, int group) implements Expression {
        private static final int LONGEST_INPUT = 20_000;

        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            String text = Texts.text(of.evaluate(scope), where());
            if (text == null) {
                return null;
            }
            Matcher matcher = regex.matcher(text.substring(0, Math.min(text.length(), LONGEST_INPUT)));
            return matcher.find() ? Texts.text(matcher.group(group), where()) : null;
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** {@code hmac}: a keyed hash of an official number. */
    public record HmacOf(Expression of) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            String text = Texts.text(of.evaluate(scope), where());
            return text == null ? null : scope.hmac().ofNumber(text);
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** {@code redact}: without the sender's name, phone and numbers. @param known values of the item that give the sender away */
    public record Redact(Expression of, List<Expression> known) implements Expression {
        public Redact {
            known = List.copyOf(known);
        }

        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            String text = Texts.text(of.evaluate(scope), where());
            return text == null ? null : scope.redactor().redact(text);
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        @Override
        public List<Expression> parts() {
            List<Expression> parts = new ArrayList<>();
            parts.add(of);
            parts.addAll(known);
            return parts;
        }
    }

    /** {@code firstOf}: the first that gives something. */
    public record FirstOf(List<Expression> parts) implements Expression {
        public FirstOf {
            parts = List.copyOf(parts);
        }

        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            for (Expression part : parts) {
                Object value = part.evaluate(scope);
                boolean none = value == null
                        || (value instanceof String text && text.isBlank())
                        || (value instanceof List<?> list && list.isEmpty());
                if (!none) {
                    return value;
                }
            }
            return null;
        }

        @Override
        public Kind kind() {
            Kind first = parts.getFirst().kind();
            return parts.stream().allMatch(p -> p.kind() == first) ? first : Kind.ANY;
        }
    }

    /** {@code when}: one of two, by whether a path holds. */
    public record When(TreePath condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) throws MappingException {
            return (condition.holds(scope.tree()) ? then : otherwise).evaluate(scope);
        }

        @Override
        public Kind kind() {
            return then.kind() == otherwise.kind() ? then.kind() : Kind.ANY;
        }

        @Override
        public List<Expression> parts() {
            return List.of(then, otherwise);
        }

        @Override
        public List<TreePath> paths() {
            return List.of(condition);
        }
    }
}
