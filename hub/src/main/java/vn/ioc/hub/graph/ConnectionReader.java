// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads what is asked of a connection, its arguments included, as a shape. */
final class ConnectionReader {
    private final RightsReader rights;
    private final Slots slots;
    private final FilterReader filters;
    private final OrderReader orders;
    private final PageReader pages;
    private final ShapeReader shapes;

    ConnectionReader(
            RecordModel model,
            RightsReader rights,
            Slots slots,
            AreaCovers covers,
            CursorSigner signer,
            FieldOwner owners) {
        this.rights = rights;
        this.slots = slots;
        this.filters = new FilterReader(model, rights, slots, covers);
        this.orders = new OrderReader(model, rights);
        this.pages = new PageReader(slots, signer);
        this.shapes = new ShapeReader(model, rights, this, new ToldReader(model, rights, slots, owners));
    }

    RightsReader rights() {
        return rights;
    }

    ShapeReader shapes() {
        return shapes;
    }

    /** @param name of the root field or link, for cursors */
    ConnectionShape read(RecordType type, ConnectionShape.Source source, String name, Selection field, Budget budget) {
        @Nullable Object filter = field.arguments().get("where");
        Condition where = filters.read(type, filter);
        Optional<FarEnd> far = source instanceof ConnectionShape.Everything ? FarEnd.find(where) : Optional.empty();
        Condition rest = far.map(FarEnd::rest).orElse(where);
        ConnectionShape.Source start = far.map(FarEnd::source).orElse(source);
        Order order = orders.read(type, field.arguments().get("orderBy"), rest, start);
        byte[] list = ListName.of(name, order, filter);
        int size = PageReader.size(field.arguments());
        ConnectionShape.Wanted wanted = wanted(type, field, budget.of(size));
        Page page = pages.read(field.arguments(), list, order.columns().size(), wanted.lookAhead());
        return new ConnectionShape(
                type.name(),
                RecordIndexes.defaultOrder(type),
                start,
                rights.of(type),
                far.map(FarEnd::far),
                rest,
                order,
                page,
                wanted,
                slots.addList(list));
    }

    private ConnectionShape.Wanted wanted(RecordType type, Selection field, Budget budget) {
        List<ConnectionShape.Edges> edges = new ArrayList<>();
        field.named("edges").forEach(e -> {
            List<ConnectionShape.Node> nodes = e.named("node")
                    .map(n -> new ConnectionShape.Node(n.key(), shapes.read(type, n.of(type.name()), budget)))
                    .toList();
            edges.add(new ConnectionShape.Edges(
                    e.key(), e.named("cursor").map(Selection::key).toList(), nodes));
        });
        List<ConnectionShape.Info> info = field.named("pageInfo")
                .map(i -> new ConnectionShape.Info(
                        i.key(),
                        i.fields().stream()
                                .map(f -> new ConnectionShape.Asked(f.name(), f.key()))
                                .toList()))
                .toList();
        return new ConnectionShape.Wanted(
                field.named("totalCount").map(Selection::key).toList(), edges, info);
    }
}
