// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Json;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.Request;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/**
 * The provincial service portal. {@code POST /DongBoHoSoMC}, {@code /CapNhatTienDoHoSoMC} and {@code /LayDanhSachTTHC}
 * with {@code {session, madonvi, service, tungay, denngay, trang, soluong}}; the window (yyyyMMddHHmmss, both ends
 * included) looks at the last change, which the rows do not show. A wrong session is error code -1 with status 200.
 */
public final class Portal implements SourceSystem {
    private static final int MOST = 500;

    private final District district;
    private final String session;
    private final Counter counter;

    public Portal(District district, String session, Counter counter) {
        this.district = district;
        this.session = session;
        this.counter = counter;
    }

    @Override
    public String name() {
        return "portal";
    }

    @Override
    public Answer answer(Request request) {
        if (!request.method().equals("POST")) {
            return Answer.error(405, "only POST");
        }
        JsonNode query = request.json();
        if (!session.equals(Json.text(query, "session", ""))) {
            return Answer.json(200, Json.object().put("error_code", "-1").put("result", "Phiên làm việc không hợp lệ"));
        }
        return switch (request.path()) {
            case "/LayDanhSachTTHC" ->
                page(
                        query,
                        "LayDanhSachTTHC",
                        counter.procedures().stream().map(PortalWire::procedure).toList());
            case "/DongBoHoSoMC" ->
                page(
                        query,
                        "DongBoHoSoMC",
                        found(query).stream().map(PortalWire::dossier).toList());
            case "/CapNhatTienDoHoSoMC" ->
                page(
                        query,
                        "CapNhatTienDoHoSoMC",
                        found(query).stream()
                                .flatMap(d -> PortalWire.steps(d).stream())
                                .toList());
            default -> Answer.error(404, "there are DongBoHoSoMC, CapNhatTienDoHoSoMC and LayDanhSachTTHC");
        };
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

    private List<Dossier> found(JsonNode query) {
        String body = Json.text(query, "madonvi", "000.00.15.H47");
        LocalDateTime from = moment(query, "tungay", LocalDateTime.MIN);
        LocalDateTime to = moment(query, "denngay", LocalDateTime.MAX);
        return counter.dossiers().stream()
                .filter(d -> district.organizations().isWithin("000.00.15.H47", body)
                        || district.organizations().isWithin(d.body().code(), body))
                .filter(d -> !d.updated().isBefore(from) && !d.updated().isAfter(to))
                .toList();
    }

    private static Answer page(JsonNode query, String service, List<ObjectNode> rows) {
        int size = (int) Math.clamp(whole(query, "soluong", 100), 1, MOST);
        long page = Math.max(1, whole(query, "trang", 1));
        ArrayNode data = Json.array();
        rows.stream().skip((page - 1) * size).limit(size).forEach(data::add);
        ObjectNode answer = Json.object()
                .put("session", Json.text(query, "session", ""))
                .put("madonvi", Json.text(query, "madonvi", "000.00.15.H47"))
                .put("service", service)
                .put("isUpdating", false)
                .put("error_code", "0")
                .put("total", rows.size());
        answer.set("data", data);
        return Answer.page(answer, "total");
    }

    private static LocalDateTime moment(JsonNode query, String field, LocalDateTime fallback) {
        String text = Json.text(query, field, "");
        try {
            return text.isEmpty() ? fallback : LocalDateTime.parse(text, PortalWire.MOMENT);
        } catch (DateTimeParseException e) {
            throw new RequestException(field + " must be yyyyMMddHHmmss");
        }
    }

    private static long whole(JsonNode query, String field, long fallback) {
        try {
            return Long.parseLong(Json.text(query, field, Long.toString(fallback)));
        } catch (NumberFormatException e) {
            throw new RequestException(field + " must be a whole number");
        }
    }
}
