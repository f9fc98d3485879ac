// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/** Whether a point lies in a region as in JSON: by the Java library's even-odd paths and by the haversine. */
final class ObviousRegion {
    private static final double EARTH_METRES = 6_371_000;

    private ObviousRegion() {}

    static boolean holds(Map<?, ?> region, Value point) {
        double latitude = point.asPoint().y();
        double longitude = point.asPoint().x();
        Object given = region.values().iterator().next();
        return switch (region.keySet().iterator().next().toString()) {
            case "box" -> inBox((Map<?, ?>) given, latitude, longitude);
            case "circle" -> inCircle((Map<?, ?>) given, latitude, longitude);
            case "polygon" -> inPolygon((List<?>) given, latitude, longitude);
            default -> throw new IllegalArgumentException(region.toString());
        };
    }

    private static boolean inBox(Map<?, ?> box, double latitude, double longitude) {
        return number(box, "south") <= latitude
                && latitude <= number(box, "north")
                && number(box, "west") <= longitude
                && longitude <= number(box, "east");
    }

    private static boolean inCircle(Map<?, ?> circle, double latitude, double longitude) {
        double from = Math.toRadians(number(circle, "latitude"));
        double to = Math.toRadians(latitude);
        double north = Math.sin((to - from) / 2);
        double east = Math.sin(Math.toRadians(longitude - number(circle, "longitude")) / 2);
        double metres =
                2 * EARTH_METRES * Math.asin(Math.sqrt(north * north + Math.cos(from) * Math.cos(to) * east * east));
        return metres <= number(circle, "radius");
    }

    private static boolean inPolygon(List<?> corners, double latitude, double longitude) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Object one : corners) {
            Map<?, ?> corner = (Map<?, ?>) one;
            if (path.getCurrentPoint() == null) {
                path.moveTo(number(corner, "longitude"), number(corner, "latitude"));
            } else {
                path.lineTo(number(corner, "longitude"), number(corner, "latitude"));
            }
        }
        path.closePath();
        return path.contains(longitude, latitude);
    }

    private static double number(Map<?, ?> of, String name) {
        return ((Number) of.get(name)).doubleValue();
    }
}
