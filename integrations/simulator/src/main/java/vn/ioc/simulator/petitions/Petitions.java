// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Json;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/** Smart Bắc Trà My. A marked deletion stays in its list with {@code TrangThai} -1; a silent one vanishes. */
public final class Petitions implements SourceSystem {
    private final District district;
    private final String token;
    private final Categories categories = new Categories();
    private final PetitionBook book;
    private final PetitionList list;
    private final AnswerWriter answers;
    private final TreeMap<Long, Petition> petitions = new TreeMap<>();
    private final Map<Long, Petition> vanished = new LinkedHashMap<>();
    private long edits;

    /** @param token what the header {@code token} must hold */
    public Petitions(District district, String token) {
        this.district = district;
        this.token = token;
        this.answers = new AnswerWriter(district);
        this.book = new PetitionBook(district, answers);
        this.list = new PetitionList(district.organizations(), new PetitionWire(categories));
        book.write().forEach(petition -> petitions.put(petition.id(), petition));
    }

    /** The letters that answers cite, by petition; Qoffice holds each of them. */
    public List<AnsweringLetter> letters() {
        return answers.letters();
    }

    @Override
    public String name() {
        return "petitions";
    }

    @Override
    public synchronized Answer answer(Request request) {
        if (!token.equals(request.header("token"))) {
            return Answer.json(
                    200,
                    Json.object()
                            .put("code", 401)
                            .put("message", "Token không hợp lệ hoặc đã hết hạn")
                            .put("totalrow", 0)
                            .putNull("data"));
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /chuyenmuc" -> Answer.json(200, categories.list());
            case "POST /theodonvi" -> list.page(request.json(), List.copyOf(petitions.values()));
            default -> Answer.error(404, "no such address");
        };
    }

    @Override
    public synchronized LedgerEntry edit(@Nullable String id) {
        Dice dice = district.setting().dice("petition edit", ++edits);
        Petition old = living(id, dice);
        LocalDateTime at = district.clock().after(old.updated());
        Petition next = PetitionEdits.apply(old, edits, at, dice);
        petitions.put(next.id(), next);
        return entry(next);
    }

    @Override
    public synchronized LedgerEntry delete(@Nullable String id, boolean silently) {
        Petition old = living(id, district.setting().dice("petition delete", ++edits));
        Petition gone = old.deleted(district.clock().after(old.updated()));
        if (silently) {
            petitions.remove(old.id());
            vanished.put(old.id(), gone);
        } else {
            petitions.put(old.id(), gone);
        }
        return entry(gone);
    }

    @Override
    public synchronized LedgerEntry add() {
        long after = Math.max(
                petitions.isEmpty() ? 0 : petitions.lastKey(),
                vanished.keySet().stream().mapToLong(Long::longValue).max().orElse(0));
        Petition arrived = book.arrive(
                Math.max(after + 1, PetitionBook.FIRST_ID), district.clock().now());
        petitions.put(arrived.id(), arrived);
        return entry(arrived);
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        TreeMap<Long, Petition> all = new TreeMap<>(petitions);
        all.putAll(vanished);
        return all.values().stream().map(Petitions::entry).toList();
    }

    private Petition living(@Nullable String id, Dice dice) {
        List<Petition> alive = petitions.values().stream()
                .filter(p -> p.progress() != Petition.Progress.DELETED && p.kind() != Kind.EXCLUDED)
                .filter(p -> id == null || id.equals(Long.toString(p.id())))
                .toList();
        if (alive.isEmpty()) {
            throw new RequestException(id == null ? "no petition is alive" : "no living petition " + id);
        }
        return dice.pick(alive);
    }

    private static LedgerEntry entry(Petition petition) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", petition.kind().name());
        facts.put("handler", petition.handler().code());
        facts.put("commune", petition.place().commune().areaCode());
        facts.put("handled", Boolean.toString(petition.progress() == Petition.Progress.HANDLED));
        Reply reply = petition.reply();
        if (reply != null) {
            facts.put("answered", Objects.toString(reply.at()));
            if (reply.documentId() != null) {
                facts.put("answeredBy", reply.documentId());
            }
        }
        facts.put("sender", petition.sender().name());
        facts.put("phone", petition.sender().phone());
        LedgerEntry.State state = petition.progress() == Petition.Progress.DELETED
                ? LedgerEntry.State.DELETED
                : petition.kind() == Kind.EXCLUDED ? LedgerEntry.State.EXCLUDED : LedgerEntry.State.LIVE;
        return new LedgerEntry(Long.toString(petition.id()), petition.updated().toString(), state, Map.copyOf(facts));
    }
}
