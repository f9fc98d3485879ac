// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Reads a region argument: exactly one of {@code box}, {@code polygon} and {@code circle}. */
final class RegionReader {
    private static final int WGS_84 = 4326;
    private static final int MOST_CORNERS = 500;
    private static final double MOST_METRES = 1_000_000;

    private RegionReader() {}

    static Region read(Object region, Slots slots) {
        Map.Entry<?, ?> given = ((Map<?, ?>) region).entrySet().iterator().next();
        Object value = given.getValue();
        return switch (String.valueOf(given.getKey())) {
            case "box" -> {
                Map<?, ?> box = (Map<?, ?>) value;
                yield box(number(box, "south"), number(box, "west"), number(box, "north"), number(box, "east"), slots);
            }
            case "circle" -> circle((Map<?, ?>) value, slots);
            default -> polygon((List<?>) value, slots);
        };
    }

    private static Region.Box box(double south, double west, double north, double east, Slots slots) {
        if (south > north || west > east) {
            throw GraphException.badRequest("a box has its south below its north and its west below its east");
        }
        return new Region.Box(slots.add(point(south, west)), slots.add(point(north, east)));
    }

    private static Region circle(Map<?, ?> circle, Slots slots) {
        double radius = number(circle, "radius");
        if (!(radius > 0 && radius <= MOST_METRES)) {
            throw GraphException.badRequest("'radius' is above 0 and at most 1,000,000 metres");
        }
        return new Region.Circle(
                slots.add(point(number(circle, "latitude"), number(circle, "longitude"))), slots.add(radius));
    }

    private static Region polygon(List<?> corners, Slots slots) {
        if (corners.size() < 3 || corners.size() > MOST_CORNERS) {
            throw GraphException.badRequest("a polygon has 3 to " + MOST_CORNERS + " corners");
        }
        List<List<Double>> edges = new ArrayList<>();
        double south = 90;
        double west = 180;
        double north = -90;
        double east = -180;
        for (int i = 0; i < corners.size(); i++) {
            Map<?, ?> from = (Map<?, ?>) corners.get(i);
            Map<?, ?> to = (Map<?, ?>) corners.get((i + 1) % corners.size());
            double latitude = number(from, "latitude");
            double longitude = number(from, "longitude");
            edges.add(List.of(latitude, longitude, number(to, "latitude"), number(to, "longitude")));
            south = Math.min(south, latitude);
            north = Math.max(north, latitude);
            west = Math.min(west, longitude);
            east = Math.max(east, longitude);
        }
        return new Region.Polygon(box(south, west, north, east, slots), slots.add(edges));
    }

    private static Value point(double latitude, double longitude) {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw GraphException.badRequest("latitudes are -90 to 90, longitudes -180 to 180");
        }
        return Values.point(WGS_84, longitude, latitude);
    }

    private static double number(Map<?, ?> of, String name) {
        return of.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
