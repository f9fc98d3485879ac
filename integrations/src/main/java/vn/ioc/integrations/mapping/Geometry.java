// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Json;

/** GeoJSON geometries (RFC 7946), longitude first, as compact JSON text. */
final class Geometry {
    private static final Set<String> TYPES =
            Set.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");
    private static final int MOST_POSITIONS = 200_000;

    private Geometry() {}

    static @Nullable String json(@Nullable Object value, String where) throws MappingException {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> geometry)
                || !TYPES.contains(String.valueOf(geometry.get("type")))
                || !(geometry.get("coordinates") instanceof List<?> coordinates)) {
            throw MappingException.conversion(where, "is no GeoJSON geometry; allowed are " + TYPES);
        }
        if (positions(coordinates, where) > MOST_POSITIONS) {
            throw MappingException.conversion(where, "has more than " + MOST_POSITIONS + " positions");
        }
        return Json.write(Map.of("type", String.valueOf(geometry.get("type")), "coordinates", coordinates));
    }

    private static long positions(List<?> coordinates, String where) throws MappingException {
        if (!coordinates.isEmpty() && coordinates.stream().allMatch(c -> c instanceof Number)) {
            boolean degrees = coordinates.size() >= 2
                    && coordinates.size() <= 3
                    && Math.abs(((Number) coordinates.getFirst()).doubleValue()) <= 180
                    && Math.abs(((Number) coordinates.get(1)).doubleValue()) <= 90;
            if (!degrees) {
                throw MappingException.conversion(where, "has a position that is not longitude, latitude in degrees");
            }
            return 1;
        }
        long count = 0;
        for (Object inner : coordinates) {
            if (!(inner instanceof List<?> list)) {
                throw MappingException.conversion(where, "has a position that is not longitude, latitude in degrees");
            }
            count += positions(list, where);
        }
        return count;
    }
}
