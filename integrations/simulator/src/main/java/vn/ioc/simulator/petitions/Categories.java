// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.district.Resource;
import vn.ioc.simulator.wire.Json;

/** {@code ChuyenMuc}: what petitions are about. */
final class Categories {
    private final Map<Integer, String> names = new LinkedHashMap<>();

    Categories() {
        Resource.table("petitions/categories.csv")
                .forEach(row -> names.put(Integer.parseInt(Resource.cell(row, "id")), Resource.cell(row, "name")));
    }

    String name(int id) {
        String name = names.get(id);
        if (name == null) {
            throw new IllegalArgumentException("no category " + id);
        }
        return name;
    }

    ObjectNode list() {
        ArrayNode data = Json.array();
        names.forEach(
                (id, name) -> data.add(Json.object().put("ChuyenMucID", id).put("TenChuyenMuc", name)));
        ObjectNode answer = Json.object().put("code", 200).put("message", "OK");
        answer.set("data", data);
        return answer;
    }
}
