// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads {@code related}: each link of the type is asked for as a field of its own would be. */
final class RelatedReader {
    private final RecordModel model;
    private final RightsReader rights;
    private final ShapeReader shapes;

    RelatedReader(RecordModel model, RightsReader rights, ShapeReader shapes) {
        this.model = model;
        this.rights = rights;
        this.shapes = shapes;
    }

    RecordShape.Around read(RecordType type, Selection field, Budget budget) {
        Set<String> links = texts(field.arguments().get("links"));
        known(links);
        Set<String> sectors = texts(field.arguments().get("sectors"));
        List<RecordShape.Branch> branches = new ArrayList<>();
        for (RecordLink link : type.links().values()) {
            RecordType target = model.type(link.target());
            boolean wanted = (links.isEmpty() || links.contains(link.name()))
                    && (sectors.isEmpty() || sectors.contains(target.sector()));
            if (wanted && rights.of(target).isPresent()) {
                branches.add(new RecordShape.Branch(link, target.sector(), columns(type, link, field, budget)));
            }
        }
        List<ConnectionShape.Asked> asked = field.fields().stream()
                .map(f -> new ConnectionShape.Asked(f.name(), f.key()))
                .toList();
        return new RecordShape.Around(List.of(field.key()), branches, asked);
    }

    private List<RecordShape.Column> columns(RecordType type, RecordLink link, Selection field, Budget budget) {
        List<Selection> records = field.named("records").toList();
        if (link.many()) {
            List<Selection> fields = new ArrayList<>(List.of(part("totalCount", "totalCount", List.of())));
            records.forEach(r -> fields.add(
                    part("edges", r.key(), List.of(new Selection("node", "node", Map.of(), r.types(), r.fields())))));
            Map<String, @Nullable Object> page = new LinkedHashMap<>();
            page.put("first", field.arguments().get("first"));
            return List.of(
                    shapes.link(type, link, new Selection(link.name(), link.name(), page, Set.of(), fields), budget));
        }
        return (records.isEmpty() ? List.of(part("records", "records", List.of())) : records)
                .stream().map(r -> shapes.link(type, link, r, budget)).toList();
    }

    private static Selection part(String name, String key, List<Selection> fields) {
        return new Selection(name, key, Map.of(), Set.of(), fields);
    }

    private void known(Set<String> links) {
        links.forEach(name -> {
            if (model.types().stream().noneMatch(t -> t.links().containsKey(name))) {
                throw GraphException.badRequest("no type has a link '" + name + "'");
            }
        });
    }

    private static Set<String> texts(@Nullable Object list) {
        Set<String> texts = new TreeSet<>();
        if (list instanceof List<?> given) {
            given.forEach(one -> texts.add(String.valueOf(one)));
        }
        return texts;
    }
}
