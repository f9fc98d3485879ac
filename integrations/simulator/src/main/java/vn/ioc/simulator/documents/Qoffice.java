// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.petitions.AnsweringLetter;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/**
 * Qoffice. {@code GET /packages?since=&limit=&type=} lists packages by rising sequence, {@code GET /packages/{id}} gives
 * one as XML.
 *
 * <p>A correction is one more package with the same document id. A deleted document loses its packages; a marked
 * deletion leaves an entry of type {@code deleted} that names the document.
 */
public final class Qoffice implements SourceSystem {
    private final District district;
    private final DocumentBook book;
    private final TreeMap<Long, Parcel> list = new TreeMap<>();
    private final Map<String, Long> sequences = new LinkedHashMap<>();
    private final Map<String, Parcel.Gone> gone = new LinkedHashMap<>();
    private long sequence;
    private long changes;

    /** @param letters what the answers to petitions cite */
    public Qoffice(District district, List<AnsweringLetter> letters) {
        this.district = district;
        this.book = new DocumentBook(district);
        Shelf.fill(district, book.write(letters)).forEach(this::put);
    }

    @Override
    public String name() {
        return "qoffice";
    }

    @Override
    public synchronized Answer answer(Request request) {
        if (!request.method().equals("GET")) {
            return Answer.error(405, "only GET");
        }
        if (request.path().equals("/packages")) {
            return PackageList.page(request, list);
        }
        if (!request.path().startsWith("/packages/")) {
            return Answer.error(404, "there are /packages and /packages/{id}");
        }
        String id = request.path().substring("/packages/".length());
        Long at = sequences.get(id);
        if (at == null) {
            boolean was = gone.values().stream().anyMatch(g -> g.id().equals(id));
            return was ? Answer.error(410, "gói tin đã bị xóa") : Answer.error(404, "không có gói tin này");
        }
        return Answer.bytes("application/xml; charset=utf-8", bytes(parcel(at)));
    }

    @Override
    public synchronized LedgerEntry edit(@Nullable String id) {
        Document old =
                living(id, district.setting().dice("document edit", ++changes)).document();
        String content =
                old.content().replaceFirst(" \\(cập nhật lần \\d+\\)$", "") + " (cập nhật lần " + changes + ")";
        Parcel.Letter next = Parcel.of(old.resent(
                new Business.Update("Cập nhật nội dung"),
                content,
                district.clock().after(old.sent())));
        put(next);
        return Shelf.entry(next, sequence);
    }

    @Override
    public synchronized LedgerEntry delete(@Nullable String id, boolean silently) {
        Parcel.Letter old = living(id, district.setting().dice("document delete", ++changes));
        String documentId = old.document().id();
        list.values()
                .removeIf(p -> p instanceof Parcel.Letter l && l.document().id().equals(documentId));
        sequences.values().removeIf(at -> !list.containsKey(at));
        Parcel.Gone mark = new Parcel.Gone(
                old.id(), documentId, district.clock().after(old.document().sent()));
        gone.put(documentId, mark);
        if (!silently) {
            list.put(++sequence, mark);
        }
        return Shelf.entry(mark);
    }

    @Override
    public synchronized LedgerEntry add() {
        Parcel.Letter sent = Parcel.of(book.send(++changes, district.clock().now()));
        put(sent);
        return Shelf.entry(sent, sequence);
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        Map<String, LedgerEntry> entries = new LinkedHashMap<>();
        list.forEach((at, parcel) -> {
            switch (parcel) {
                case Parcel.Letter letter -> {
                    LedgerEntry entry = Shelf.entry(letter, at);
                    entries.put(entry.id(), entry);
                }
                case Parcel.Damaged damaged -> entries.put(damaged.id(), Shelf.entry(damaged));
                case Parcel.Status ignored -> {}
                case Parcel.Gone ignored -> {}
            }
        });
        gone.forEach((id, mark) -> entries.putIfAbsent(id, Shelf.entry(mark)));
        return List.copyOf(entries.values());
    }

    /** Packages as {@code <id>.edxml}; status packages in a folder of their own. */
    @Override
    public synchronized Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Parcel parcel : list.values()) {
            if (!(parcel instanceof Parcel.Gone)) {
                String folder = parcel instanceof Parcel.Status ? "status/" : "";
                files.put(folder + parcel.id() + ".edxml", bytes(parcel));
            }
        }
        return files;
    }

    private void put(Parcel parcel) {
        list.put(++sequence, parcel);
        sequences.put(parcel.id(), sequence);
    }

    private Parcel parcel(long at) {
        Parcel parcel = list.get(at);
        if (parcel == null) {
            throw new IllegalStateException("no package has sequence " + at);
        }
        return parcel;
    }

    private static byte[] bytes(Parcel parcel) {
        return switch (parcel) {
            case Parcel.Letter letter -> EdxmlWriter.write(letter.document());
            case Parcel.Status status -> status.report().write();
            case Parcel.Damaged damaged -> damaged.how().write(damaged.document());
            case Parcel.Gone mark -> mark.documentId().getBytes(StandardCharsets.UTF_8);
        };
    }

    private Parcel.Letter living(@Nullable String id, Dice dice) {
        Map<String, Parcel.Letter> newest = new LinkedHashMap<>();
        for (Parcel parcel : list.values()) {
            if (parcel instanceof Parcel.Letter letter && letter.document().secret() == null) {
                newest.put(letter.document().id(), letter);
            }
        }
        List<Parcel.Letter> found = newest.values().stream()
                .filter(letter -> id == null || letter.document().id().equals(id))
                .toList();
        if (found.isEmpty()) {
            throw new RequestException(id == null ? "no document is alive" : "no living document " + id);
        }
        return dice.pick(found);
    }
}
