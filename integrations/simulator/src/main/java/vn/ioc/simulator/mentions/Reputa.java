// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.mentions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.DistrictClock;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Json;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/**
 * Reputa. {@code POST /console/news/search} with {@code time_type} (published_time, created_time or last_updated_time),
 * {@code start_time}, {@code end_time} (milliseconds, both included), {@code from} and {@code size}; rows rise by that
 * time and id. Needs {@code Authorization: Bearer <token>} and {@code organization-id}; beyond 10 000 rows it refuses.
 */
public final class Reputa implements SourceSystem {
    private static final int DEEPEST = 10_000;

    private final District district;
    private final String token;
    private final MentionBook book;
    private final TreeMap<String, Mention> mentions = new TreeMap<>();
    private final Map<String, Mention> vanished = new LinkedHashMap<>();
    private long changes;

    public Reputa(District district, String token) {
        this.district = district;
        this.token = token;
        this.book = new MentionBook(district);
        book.write().forEach(mention -> mentions.put(mention.id(), mention));
    }

    @Override
    public String name() {
        return "reputa";
    }

    @Override
    public synchronized Answer answer(Request request) {
        if (!("Bearer " + token).equals(request.header("authorization")) || request.header("organization-id") == null) {
            return Answer.error(401, "unauthorized");
        }
        if (!(request.method() + " " + request.path()).equals("POST /console/news/search")) {
            return Answer.error(404, "there is POST /console/news/search");
        }
        return search(request.json());
    }

    private Answer search(JsonNode query) {
        long from = whole(query, "from", 0);
        long size = Math.clamp(whole(query, "size", 50), 1, 500);
        if (from + size > DEEPEST) {
            return Answer.error(400, "from + size must not exceed " + DEEPEST);
        }
        String time = Json.text(query, "time_type", "last_updated_time");
        long start = whole(query, "start_time", 0);
        long end = whole(query, "end_time", Long.MAX_VALUE);
        List<Mention> found = mentions.values().stream()
                .filter(m -> time(m, time) >= start && time(m, time) <= end)
                .sorted(Comparator.comparingLong((Mention m) -> time(m, time)).thenComparing(Mention::id))
                .toList();
        ArrayNode hits = Json.array();
        found.stream().skip(from).limit(size).forEach(m -> hits.add(MentionWire.hit(m)));
        ObjectNode data = Json.object().put("total", found.size()).put("count", hits.size());
        data.set("hits", hits);
        ObjectNode answer = Json.object().put("code", 0).put("message", "success");
        answer.set("data", data);
        return Answer.page(answer, "data", "total");
    }

    @Override
    public synchronized LedgerEntry edit(@Nullable String id) {
        Mention old = living(id, district.setting().dice("mention edit", ++changes));
        String text = old.content().replaceFirst(" \\[sửa \\d+]$", "") + " [sửa " + changes + "]";
        return put(old.edited(text, after(old)));
    }

    @Override
    public synchronized LedgerEntry delete(@Nullable String id, boolean silently) {
        Mention old = living(id, district.setting().dice("mention delete", ++changes));
        Mention gone = old.removed(after(old));
        if (silently) {
            mentions.remove(old.id());
            vanished.put(old.id(), gone);
            return entry(gone);
        }
        return put(gone);
    }

    @Override
    public synchronized LedgerEntry add() {
        return put(book.appear(++changes, district.clock().now()));
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        TreeMap<String, Mention> all = new TreeMap<>(mentions);
        all.putAll(vanished);
        return all.values().stream().map(Reputa::entry).toList();
    }

    private LedgerEntry put(Mention mention) {
        mentions.put(mention.id(), mention);
        return entry(mention);
    }

    private long after(Mention old) {
        LocalDateTime before = LocalDateTime.ofInstant(Instant.ofEpochMilli(old.updated()), DistrictClock.ZONE);
        return MentionBook.millis(district.clock().after(before));
    }

    private Mention living(@Nullable String id, Dice dice) {
        List<Mention> alive = mentions.values().stream()
                .filter(m -> !m.removed() && (id == null || id.equals(m.id())))
                .toList();
        if (alive.isEmpty()) {
            throw new RequestException(id == null ? "no mention is alive" : "no living mention " + id);
        }
        return dice.pick(alive);
    }

    private static long time(Mention mention, String type) {
        return switch (type) {
            case "published_time" -> mention.published();
            case "created_time" -> mention.created();
            case "last_updated_time" -> mention.updated();
            default ->
                throw new RequestException("time_type must be published_time, created_time or last_updated_time");
        };
    }

    private static long whole(JsonNode query, String field, long fallback) {
        try {
            return Long.parseLong(Json.text(query, field, Long.toString(fallback)));
        } catch (NumberFormatException e) {
            throw new RequestException(field + " must be a whole number");
        }
    }

    private static LedgerEntry entry(Mention mention) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("topics", mention.topics().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        facts.put("sentiment", Integer.toString(mention.sentiment()));
        facts.put("author", mention.author().name());
        if (mention.group() != null) {
            facts.put("group", mention.group());
        }
        LedgerEntry.State state = mention.removed() ? LedgerEntry.State.DELETED : LedgerEntry.State.LIVE;
        return new LedgerEntry(mention.id(), Long.toString(mention.updated()), state, facts);
    }
}
