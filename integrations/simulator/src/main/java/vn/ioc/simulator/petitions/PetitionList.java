// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.wire.Answer;
import vn.ioc.simulator.wire.Json;
import vn.ioc.simulator.wire.RequestException;

/** {@code POST /theodonvi}: pages of petitions by handling unit, list and window of change. */
final class PetitionList {
    private static final int MOST_ROWS = 200;

    private final Organizations organizations;
    private final PetitionWire wire;

    PetitionList(Organizations organizations, PetitionWire wire) {
        this.organizations = organizations;
        this.wire = wire;
    }

    /** @param petitions all of them, by id */
    Answer page(JsonNode query, List<Petition> petitions) {
        String list = Json.text(query, "LoaiXuLy", "");
        if (!List.of("", "0", "1").contains(list)) {
            throw new RequestException("LoaiXuLy must be 0 or 1");
        }
        String unit = Json.text(query, "MaDinhDanh", Organizations.DISTRICT);
        Window window = Window.of(Json.text(query, "TuNgay", ""), Json.text(query, "DenNgay", ""));
        List<Petition> found = petitions.stream()
                .filter(p -> list.isEmpty() || p.handled() == list.equals("1"))
                .filter(p -> concerns(p, unit))
                .filter(p -> window.holds(p.updated()))
                .toList();
        int rows = whole(query, "Perpage", 20, MOST_ROWS);
        int page = whole(query, "Page", 1, Integer.MAX_VALUE / MOST_ROWS);
        return render(found, page, rows);
    }

    /** On each second page the last row of the page before comes once more, as such lists do when they shift. */
    private Answer render(List<Petition> found, int page, int rows) {
        boolean even = page % 2 == 0;
        int start = Math.min((page - 1) * rows, found.size());
        int end = Math.min(start + rows, found.size());
        ArrayNode data = Json.array();
        if (even && start > 0 && start < found.size()) {
            data.add(wire.item(found.get(start - 1), true));
        }
        found.subList(start, end).forEach(petition -> data.add(wire.item(petition, false)));
        ObjectNode answer = Json.object();
        if (even) {
            answer.put("code", "200").put("message", "OK").put("totalrow", Integer.toString(found.size()));
        } else {
            answer.put("code", 200).put("message", "OK").put("totalrow", found.size());
        }
        answer.set("data", data);
        return Answer.page(answer, "totalrow");
    }

    /** The district stands for all that is or was part of it, so also for its communes of today. */
    private boolean concerns(Petition petition, String unit) {
        return organizations.isWithin(Organizations.DISTRICT, unit)
                || organizations.isWithin(petition.handler().code(), unit);
    }

    private static int whole(JsonNode query, String field, int fallback, int most) {
        String text = Json.text(query, field, Integer.toString(fallback));
        try {
            return Math.clamp(Long.parseLong(text), 1, most);
        } catch (NumberFormatException e) {
            throw new RequestException(field + " must be a whole number");
        }
    }
}
