// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Compact JSON of trees and of the values of changes, names sorted, so that equal values are equal texts. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Json() {}

    public static String write(@Nullable Object tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** SHA-256 of the compact JSON, hex. */
    public static String hash(@Nullable Object tree) {
        return sha256(write(tree).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256, hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A value of a change as a JSON value: days and moments as ISO 8601, points by latitude and longitude. */
    public static Object plain(Object value) {
        return switch (value) {
            case LocalDate day -> day.toString();
            case Instant moment -> moment.toString();
            case GeoPoint point -> new TreeMap<>(Map.of("latitude", point.latitude(), "longitude", point.longitude()));
            default -> value;
        };
    }
}
