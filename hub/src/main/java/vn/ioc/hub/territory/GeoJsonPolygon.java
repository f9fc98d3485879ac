// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads RFC 7946 Polygon and MultiPolygon: WGS 84, longitude first, outer ring first. */
final class GeoJsonPolygon {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private GeoJsonPolygon() {}

    /** @throws TerritoryException naming the area when the text is no polygon */
    static Geometry read(String uid, String json) {
        try {
            JsonNode node = JSON.readTree(json);
            JsonNode coordinates = node.path("coordinates");
            return switch (node.path("type").asString("")) {
                case "Polygon" -> polygon(coordinates);
                case "MultiPolygon" -> {
                    List<Polygon> polygons = new ArrayList<>();
                    coordinates.forEach(p -> polygons.add(polygon(p)));
                    yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
                }
                default -> throw unreadable(uid, "only Polygon and MultiPolygon have an inside", null);
            };
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable(uid, "not a GeoJSON polygon", e);
        }
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = new ArrayList<>();
        rings.forEach(ring -> all.add(ring(ring)));
        if (all.isEmpty()) {
            return FACTORY.createPolygon();
        }
        return FACTORY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions) {
        List<Coordinate> coordinates = new ArrayList<>();
        positions.forEach(p ->
                coordinates.add(new Coordinate(p.path(0).asDouble(), p.path(1).asDouble())));
        return FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new));
    }

    private static TerritoryException unreadable(
            String uid, String why, @org.jspecify.annotations.Nullable Exception e) {
        return new TerritoryException(TerritoryException.Reason.GEOMETRY, "geometry of " + uid + ": " + why, e);
    }
}
