// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads {@code first, after, last, before}. */
final class PageReader {
    static final int DEFAULT = 20;
    static final int MOST = 100;
    private final Slots slots;
    private final CursorSigner signer;

    PageReader(Slots slots, CursorSigner signer) {
        this.slots = slots;
        this.signer = signer;
    }

    /** Size of the page that the arguments ask for. */
    static int size(Map<String, @Nullable Object> arguments) {
        boolean backward = arguments.get("last") != null;
        int size = arguments.get(backward ? "last" : "first") instanceof Number given ? given.intValue() : DEFAULT;
        if (size < 1 || size > MOST) {
            throw GraphException.badRequest("'" + (backward ? "last" : "first") + "' is 1 to " + MOST);
        }
        return size;
    }

    Page read(Map<String, @Nullable Object> arguments, byte[] list, int columns, boolean lookAhead) {
        int size = size(arguments);
        return new Page(
                arguments.get("last") != null,
                slots.add((long) size),
                slots.add((long) (lookAhead ? size + 1 : size)),
                lookAhead,
                bound(arguments.get("after"), list, columns),
                bound(arguments.get("before"), list, columns));
    }

    private Optional<Bound> bound(@Nullable Object cursor, byte[] list, int columns) {
        if (cursor == null) {
            return Optional.empty();
        }
        List<@Nullable Object> values = CursorPayload.read(signer.verify(list, cursor.toString()));
        List<OptionalInt> bound = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            Object value = values.get(column);
            bound.add(value == null ? OptionalInt.empty() : OptionalInt.of(slots.add(value)));
        }
        Object uid = values.get(columns);
        if (uid == null) {
            throw new IllegalStateException("a verified cursor names a record");
        }
        return Optional.of(new Bound(bound, slots.add(uid)));
    }
}
