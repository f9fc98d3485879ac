// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.change.Outcome;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.codes.CodeLists;

/** Applies a stream's mapping to items. Pure, safe for threads, and throws on no data whatever. */
public final class Mapping {
    private static final int LONGEST_BODY = 256 * 1024;

    private final StreamMapping stream;
    private final Hmac hmac;
    private final CodeLists codes;

    /** @param codes the lists that {@code lookup} reads */
    public Mapping(StreamMapping stream, Hmac hmac, CodeLists codes) {
        this.stream = stream;
        this.hmac = hmac;
        this.codes = codes;
    }

    /** Whether the manifest routes the item out. */
    public boolean excludes(@Nullable Object body) {
        return stream.exclude().map(path -> path.holds(body)).orElse(false);
    }

    /**
     * The records of one item, in the manifest's order: one outcome for each record that the item gives, or one rejection
     * for the first value that does not become ours. An item gives all of its records or none.
     */
    public List<Outcome> apply(SourceRecord item) {
        List<Outcome> outcomes = new ArrayList<>();
        String key = "";
        try {
            Scope scope = new Scope(item.body(), hmac, redactor(item.body()), codes);
            for (RecordMapping record : stream.records()) {
                RecordBuilder builder = new RecordBuilder(stream, record, item);
                List<?> elements =
                        record.each().isPresent() ? record.each().get().listIn(item.body()) : ONE;
                for (Object element : elements) {
                    Scope inner = record.each().isPresent() ? scope.each(element) : scope;
                    if (record.when().map(w -> w.holds(inner.tree())).orElse(true)) {
                        key = key.isEmpty() ? builder.keyText(inner) : key;
                        outcomes.add(builder.build(inner));
                    }
                }
            }
            return List.copyOf(outcomes);
        } catch (MappingException e) {
            return List.of(new Rejected(
                    stream.stream(),
                    e.reason(),
                    e.path(),
                    e.what(),
                    item.position(),
                    key,
                    bounded(item.body()),
                    item.polledAt()));
        }
    }

    /** Stands for an item without {@code each:}. */
    private static final List<String> ONE = List.of("item");

    private Redactor redactor(@Nullable Object body) throws MappingException {
        List<String> texts = new ArrayList<>();
        List<String> known = new ArrayList<>();
        Scope plain = new Scope(body, hmac, new Redactor(List.of(), List.of()), codes);
        for (RecordMapping record : stream.records()) {
            for (Expression expression : record.expressions().toList()) {
                if (record.each().isEmpty()) {
                    collect(expression, plain, texts, known);
                }
            }
        }
        return new Redactor(texts, known);
    }

    private static void collect(Expression expression, Scope scope, List<String> texts, List<String> known)
            throws MappingException {
        if (expression instanceof Functions.Redact redact) {
            texts.addAll(Texts.texts(redact.of().evaluate(scope), redact.where()));
            for (Expression value : redact.known()) {
                known.addAll(Texts.texts(value.evaluate(scope), value.where()));
            }
        }
        for (Expression part : expression.parts()) {
            collect(part, scope, texts, known);
        }
    }

    /** The cut body as JSON; empty when it is too long to be kept. */
    private static String bounded(@Nullable Object body) {
        String json = Json.write(body);
        return json.length() > LONGEST_BODY ? "" : json;
    }
}
