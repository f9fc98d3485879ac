// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sort values and uid of one record as bytes; a value that is missing stays missing. */
final class CursorPayload {
    private CursorPayload() {}

    static byte[] write(List<? extends @Nullable Object> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object value : values) {
                write(out, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param payload that a {@link CursorSigner} has verified */
    static List<@Nullable Object> read(byte[] payload) {
        List<@Nullable Object> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            while (in.available() > 0) {
                values.add(readOne(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('n');
            case String text -> {
                out.writeByte('s');
                out.writeUTF(text);
            }
            case Long number -> {
                out.writeByte('l');
                out.writeLong(number);
            }
            case Double number -> {
                out.writeByte('d');
                out.writeDouble(number);
            }
            case Boolean flag -> out.writeByte(flag ? 't' : 'f');
            case LocalDate day -> {
                out.writeByte('D');
                out.writeLong(day.toEpochDay());
            }
            case ZonedDateTime moment -> {
                out.writeByte('M');
                out.writeLong(moment.toEpochSecond());
                out.writeInt(moment.getNano());
            }
            default -> throw new IllegalStateException("no order by values of " + value.getClass());
        }
    }

    private static @Nullable Object readOne(DataInputStream in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case 'n' -> null;
            case 's' -> in.readUTF();
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 't' -> true;
            case 'f' -> false;
            case 'D' -> LocalDate.ofEpochDay(in.readLong());
            case 'M' -> Instant.ofEpochSecond(in.readLong(), in.readInt()).atZone(ZoneOffset.UTC);
            default -> throw new IllegalStateException("a verified cursor has known tags");
        };
    }
}
