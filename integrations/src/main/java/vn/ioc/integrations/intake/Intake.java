// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.change.Outcome;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.integrations.mapping.Hmac;
import vn.ioc.integrations.mapping.Mapping;
import vn.ioc.integrations.mapping.SourceRecord;
import vn.ioc.integrations.mapping.TreePath;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.tree.DecodeException;
import vn.ioc.integrations.tree.Format;
import vn.ioc.integrations.tree.Limits;
import vn.ioc.schema.RecordField;

/** Reads documents of one stream into changes. Pure but for the batch that it fills; safe for threads. */
public final class Intake {
    private static final int MOST_CODES = 200;

    private final StreamManifest stream;
    private final CodeLists codes;
    private final Hmac hmac;
    private final Mapping mapping;
    private final SecrecyCheck secrecy;

    public Intake(StreamManifest stream, CodeLists codes, Hmac hmac) {
        this.stream = stream;
        this.codes = codes;
        this.hmac = hmac;
        this.mapping = new Mapping(stream.mapping(), hmac, codes);
        this.secrecy = new SecrecyCheck(stream.secrecy());
    }

    /** Where and when documents are read. @param position of the document, e.g. {@code page 3}; without content */
    public record At(String position, Instant polledAt, long poll) {}

    /** The document as a tree. @throws DecodeException when it is not of the stream's format */
    public @Nullable Object decode(byte[] bytes) throws DecodeException {
        return stream.format().decode(bytes, Limits.DEFAULT);
    }

    /** Reads a document that stands alone: a file, or a package without its row of a list. */
    public void document(byte[] bytes, At at, Batch batch) {
        try {
            Object tree = decode(bytes);
            tree(stream.packaged() ? packaged(null, tree) : tree, at, batch);
        } catch (DecodeException e) {
            batch.reject(undecoded(bytes, e, at));
        }
    }

    /** A package as the manifest's paths see it. @param entry its row of the list; null = none */
    public static Map<String, @Nullable Object> packaged(@Nullable Object entry, @Nullable Object decoded) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>();
        both.put("entry", entry);
        both.put("package", decoded);
        return both;
    }

    /** Reads a decoded document; of a packaged stream it is {@link #packaged}. */
    public void tree(@Nullable Object tree, At at, Batch batch) {
        if (stream.packaged() && secrecy.refuses(tree)) {
            batch.refuse();
            return;
        }
        int number = 0;
        for (Object item : items(tree)) {
            number++;
            String position = at.position() + (stream.packaged() ? "" : ", item " + number);
            item(item, new At(position, at.polledAt(), at.poll()), batch);
        }
    }

    /** The items of a decoded document, grouped where the manifest says so. */
    public List<?> items(@Nullable Object tree) {
        return grouped(stream.items().listIn(tree));
    }

    /** Reads one item. A packaged stream is checked for secrecy as a whole, any other item by item. */
    public void item(@Nullable Object item, At at, Batch batch) {
        if (!stream.packaged() && secrecy.refuses(item)) {
            batch.refuse();
            return;
        }
        Object body = stream.taken().cut(item);
        stream.taken().countOthers(item, batch.unknownFields());
        if (mapping.excludes(body)) {
            batch.exclude();
            return;
        }
        batch.item();
        SourceRecord record =
                new SourceRecord(stream.id(), at.position(), at.polledAt(), at.poll(), body, Json.hash(item));
        for (Outcome outcome : mapping.apply(record)) {
            batch.add(outcome);
            if (outcome instanceof Change change) {
                countUnknownCodes(change, batch.unknownFields());
            }
        }
    }

    /**
     * Maps the cut body of an item that was rejected, by the mapping of now. It was checked for secrecy when it came.
     *
     * @param at where it stood, and the poll that read it then
     * @throws DecodeException when the body is not what is kept of an item
     */
    public List<Outcome> again(String body, At at) throws DecodeException {
        Object item = new Format.Json().decode(body.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
        return mapping.excludes(item)
                ? List.of()
                : mapping.apply(
                        new SourceRecord(stream.id(), at.position(), at.polledAt(), at.poll(), item, Json.hash(item)));
    }

    /** A rejection of bytes that could not be decoded: their size, hash and position, nothing of them. */
    public Rejected undecoded(byte[] bytes, DecodeException e, At at) {
        Rejected.Reason reason = switch (e.reason()) {
            case UNREADABLE -> Rejected.Reason.UNREADABLE;
            case HOSTILE -> Rejected.Reason.HOSTILE;
        };
        String what = e.what() + "; " + bytes.length + " bytes, hmac "
                + hmac.of(bytes).substring(0, 16);
        return new Rejected(stream.id(), reason, "", what, at.position(), "", "", at.polledAt());
    }

    private List<?> grouped(List<?> items) {
        if (stream.group().isEmpty()) {
            return items;
        }
        Map<String, List<@Nullable Object>> groups = new LinkedHashMap<>();
        TreePath by = stream.group().get();
        items.forEach(item -> groups.computeIfAbsent(Json.write(by.in(item)), n -> new ArrayList<>())
                .add(item));
        List<@Nullable Object> grouped = new ArrayList<>();
        groups.values().forEach(rows -> {
            Map<String, @Nullable Object> first = new LinkedHashMap<>();
            if (rows.getFirst() instanceof Map<?, ?> row) {
                row.forEach((key, value) -> first.put(String.valueOf(key), value));
            }
            first.put("rows", rows);
            grouped.add(first);
        });
        return grouped;
    }

    private void countUnknownCodes(Change change, Map<String, Long> counts) {
        change.values().forEach((name, value) -> {
            Optional<String> list = stream.mapping().records().stream()
                    .filter(r -> r.type().name().equals(change.key().type()))
                    .flatMap(r -> r.type().findField(name).flatMap(RecordField::codeList).stream())
                    .findFirst();
            if (list.isPresent() && value instanceof String code && !codes.knows(list.get(), code)) {
                String plain = code.matches("[\\p{Alnum}._-]{1,40}") ? code : "?";
                String counted = "code:" + list.get() + ":" + plain;
                if (counts.containsKey(counted) || counts.size() < MOST_CODES) {
                    counts.merge(counted, 1L, Long::sum);
                }
            }
        });
    }
}
