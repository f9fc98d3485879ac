// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.DistrictClock;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Json;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/**
 * VNPT iGate 2: the same dossiers by {@code GET /pa/dossier/search?page=&size=&updated-from=}, pages from 0, rising by
 * {@code updatedDate}; {@code updated-from} is an offset date and time, included. Needs {@code Authorization: Bearer}.
 */
public final class IGate implements SourceSystem {
    private final String token;
    private final Counter counter;

    public IGate(String token, Counter counter) {
        this.token = token;
        this.counter = counter;
    }

    @Override
    public String name() {
        return "igate";
    }

    @Override
    public Answer answer(Request request) {
        if (!("Bearer " + token).equals(request.header("authorization"))) {
            return Answer.error(401, "invalid_token").with("WWW-Authenticate", "Bearer");
        }
        if (!(request.method() + " " + request.path()).equals("GET /pa/dossier/search")) {
            return Answer.error(404, "there is GET /pa/dossier/search");
        }
        int page = (int) request.number("page", 0, 0, 1_000_000);
        int size = (int) request.number("size", 50, 1, 200);
        LocalDateTime since = since(request.parameter("updated-from", ""));
        List<Dossier> found = counter.dossiers().stream()
                .filter(d -> !d.updated().isBefore(since))
                .sorted(Comparator.comparing(Dossier::updated).thenComparing(Dossier::code))
                .toList();
        ArrayNode content = Json.array();
        found.stream().skip((long) page * size).limit(size).forEach(d -> content.add(IGateWire.dossier(d)));
        ObjectNode answer = Json.object();
        answer.set("content", content);
        answer.put("last", (page + 1L) * size >= found.size());
        answer.put("totalElements", found.size()).put("number", page).put("size", size);
        return Answer.page(answer, "totalElements");
    }

    @Override
    public LedgerEntry edit(@Nullable String id) {
        return counter.edit(id);
    }

    @Override
    public LedgerEntry delete(@Nullable String id, boolean silently) {
        return counter.delete(id);
    }

    @Override
    public LedgerEntry add() {
        return counter.add();
    }

    @Override
    public List<LedgerEntry> ledger() {
        return counter.ledger();
    }

    private static LocalDateTime since(String text) {
        try {
            return text.isEmpty()
                    ? LocalDateTime.MIN
                    : OffsetDateTime.parse(text)
                            .atZoneSameInstant(DistrictClock.ZONE)
                            .toLocalDateTime();
        } catch (DateTimeParseException e) {
            throw new RequestException("updated-from must be an ISO date and time with an offset");
        }
    }
}
