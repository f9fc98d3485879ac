// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.schema.RecordType;

/**
 * What of a rejected item's body a reader may see. Its values were not mapped, so they have no field whose right could be
 * asked; but the mapping says which field each would have become. What would be a personal value, or is hashed or
 * redacted on its way, is veiled; and all of it is, unless the reader may read every record that the item would give.
 */
public final class BodyVeil {
    /** Stands for a value that is there and not shown. */
    public static final String VEIL = "•••";

    private final StreamMapping stream;
    private final Hmac hmac;
    private final Predicate<String> clear;
    private final BiPredicate<RecordType, String> reads;

    /**
     * @param clear whether the reader sees personal values of a kind as they are
     * @param reads whether the reader may read records of a type with an audience, wherever they are
     */
    public BodyVeil(StreamMapping stream, Hmac hmac, Predicate<String> clear, BiPredicate<RecordType, String> reads) {
        this.stream = stream;
        this.hmac = hmac;
        this.clear = clear;
        this.reads = reads;
    }

    /** @param body an item cut to what the manifest takes */
    public @Nullable Object veil(@Nullable Object body) {
        if (!mayRead(body)) {
            Taken everything = new Taken();
            everything.takeWhole();
            return everything.veil(body, VEIL);
        }
        return personal().veil(body, VEIL);
    }

    private boolean mayRead(@Nullable Object body) {
        // An audience that would be looked up stays unknown without the lists, and what is unknown is veiled.
        Scope scope = new Scope(body, hmac, new Redactor(List.of(), List.of()), CodeLists.read(List.of()));
        return stream.records().stream()
                .filter(r -> r.type().personal().isEmpty())
                .allMatch(record -> {
                    List<Scope> scopes = new ArrayList<>();
                    if (record.each().isPresent()) {
                        record.each().get().listIn(body).forEach(element -> scopes.add(scope.each(element)));
                    } else {
                        scopes.add(scope);
                    }
                    return scopes.stream().allMatch(s -> mayRead(record, s));
                });
    }

    private boolean mayRead(RecordMapping record, Scope scope) {
        try {
            String audience = Texts.text(
                    record.audience().evaluate(scope), record.audience().where());
            return audience != null && reads.test(record.type(), audience);
        } catch (MappingException unknown) {
            return false;
        }
    }

    private Taken personal() {
        Taken root = new Taken();
        Reach item = Reach.of(root);
        for (RecordMapping record : stream.records()) {
            Reach scope = record.each().map(path -> each(path, item)).orElse(item);
            boolean hidden = record.type().personal().filter(clear.negate()).isPresent();
            record.values().values().forEach(value -> {
                boolean closed = value.field().personal().filter(clear.negate()).isPresent();
                collect(value.expression(), scope, hidden || closed);
            });
            record.expressions().forEach(e -> collect(e, scope, false));
            record.links().values().forEach(link -> {
                Reach inner = link.each().map(path -> each(path, scope)).orElse(scope);
                link.key().forEach(e -> collect(e, inner, false));
            });
        }
        return root;
    }

    private static Reach each(TreePath path, Reach scope) {
        return new Reach(Set.of(), Map.of("each", TakenReader.reach(path, scope), "item", scope));
    }

    private static void collect(Expression expression, Reach scope, boolean personal) {
        boolean closed = personal || expression instanceof Functions.Redact || expression instanceof Functions.HmacOf;
        if (closed) {
            expression.paths().forEach(path -> TakenReader.reach(path, scope).take());
        }
        expression.parts().forEach(part -> collect(part, scope, closed));
    }
}
