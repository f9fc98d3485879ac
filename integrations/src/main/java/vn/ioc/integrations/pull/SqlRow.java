// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.VietnameseText;

/** One row as the tree that mappings read: lower-case column names; whole numbers, decimals, truth values, ISO 8601 times, NFC texts. */
final class SqlRow {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int LONGEST = 1_000_000;

    private SqlRow() {}

    static Map<String, @Nullable Object> read(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value(result, columns.getColumnType(i), i));
        }
        return row;
    }

    private static @Nullable Object value(ResultSet result, int type, int i) throws SQLException {
        Object value = switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.TINYINT -> result.getLong(i);
            case Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.FLOAT, Types.DOUBLE -> number(result.getBigDecimal(i));
            case Types.BIT, Types.BOOLEAN -> result.getBoolean(i);
            case Types.TIMESTAMP -> local(result.getObject(i, LocalDateTime.class));
            case Types.TIMESTAMP_WITH_TIMEZONE -> moment(result.getObject(i, OffsetDateTime.class));
            default -> text(result.getString(i));
        };
        return result.wasNull() ? null : value;
    }

    private static @Nullable Object number(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() < 18 ? (Object) plain.longValueExact() : plain;
    }

    private static @Nullable String local(@Nullable LocalDateTime time) {
        return time == null ? null : LOCAL.format(time);
    }

    private static @Nullable String moment(@Nullable OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static @Nullable String text(@Nullable String text) throws SQLException {
        if (text != null && text.length() > LONGEST) {
            throw new SQLException("a text is longer than is read", "22001");
        }
        return text == null ? null : VietnameseText.nfc(text.strip());
    }
}
