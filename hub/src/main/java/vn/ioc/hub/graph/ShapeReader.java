// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ioc.hub.access.Visibility;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads what is asked of a record of one type as a shape. */
final class ShapeReader {
    private final RecordModel model;
    private final RightsReader rights;
    private final ConnectionReader connections;
    private final ToldReader told;
    private final RelatedReader related;

    ShapeReader(RecordModel model, RightsReader rights, ConnectionReader connections, ToldReader told) {
        this.told = told;
        this.related = new RelatedReader(model, rights, this);
        this.model = model;
        this.rights = rights;
        this.connections = connections;
    }

    /** @param fields asked of the record; those that the type does not store are somebody else's and are left out */
    RecordShape read(RecordType type, Stream<Selection> fields, Budget budget) {
        Map<String, RecordShape.Column> stored = new LinkedHashMap<>();
        List<RecordShape.Column> links = new ArrayList<>();
        fields.sorted(Comparator.comparing(Selection::name)).forEach(field -> {
            Optional<RecordLink> link = type.findLink(field.name());
            Optional<Told> tells = told.find(type, field);
            if (link.isPresent()) {
                links.add(link(type, link.get(), field, budget));
            } else if (tells.isPresent()) {
                links.add(tells.get());
            } else if (field.name().equals("related")) {
                links.add(related.read(type, field, budget));
            } else {
                Readable.find(type, field.name())
                        .ifPresent(readable -> stored.merge(
                                readable.property(), column(type, readable, field.key()), ShapeReader::joined));
            }
        });
        List<RecordShape.Column> columns = new ArrayList<>(stored.values());
        columns.addAll(links);
        return new RecordShape(type.name(), columns);
    }

    private RecordShape.Column column(RecordType type, Readable field, String key) {
        Visibility visibility = rights.visibility(type, field);
        return visibility == Visibility.HIDDEN
                ? new RecordShape.Hidden(List.of(key))
                : new RecordShape.Stored(
                        List.of(key), field.property(), field.scalar(), field.list(), visibility, field.codes());
    }

    private static RecordShape.Column joined(RecordShape.Column one, RecordShape.Column other) {
        List<String> keys =
                Stream.concat(one.keys().stream(), other.keys().stream()).toList();
        return one instanceof RecordShape.Stored stored
                ? new RecordShape.Stored(
                        keys, stored.property(), stored.scalar(), stored.list(), stored.visibility(), stored.codes())
                : new RecordShape.Hidden(keys);
    }

    RecordShape.Column link(RecordType type, RecordLink link, Selection field, Budget budget) {
        RecordType target = model.type(link.target());
        List<String> keys = List.of(field.key());
        if (link.many()) {
            return new RecordShape.Many(
                    keys, connections.read(target, source(link), type.name() + "." + link.name(), field, budget));
        }
        return rights.of(target)
                .<RecordShape.Column>map(visible ->
                        new RecordShape.One(keys, link, visible, read(target, field.of(target.name()), budget.of(1))))
                .orElseGet(() -> new RecordShape.Hidden(keys));
    }

    private static ConnectionShape.Source source(RecordLink link) {
        return switch (link.origin()) {
            case TERRITORY -> new ConnectionShape.InTerritory();
            case DECLARED, INVERSE ->
                link.keyProperty()
                        .<ConnectionShape.Source>map(ConnectionShape.Keyed::new)
                        .orElseGet(() -> new ConnectionShape.Related(link, false));
        };
    }
}
