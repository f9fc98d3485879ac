// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.neo4j.driver.Value;

/**
 * Regions by chance about a point, as in JSON. Points lie on a grid of a tenth of a degree; no edge comes so near to one that
 * another figure of the Earth, or rounding, would decide.
 */
final class GeneratedRegions {
    private static final List<Integer> METRES = List.of(1_000, 13_000, 19_000, 30_000);

    private final Random random;

    GeneratedRegions(Random random) {
        this.random = random;
    }

    Map<String, Object> about(Value point) {
        double latitude = point.asPoint().y();
        double longitude = point.asPoint().x();
        return switch (random.nextInt(3)) {
            case 0 -> Map.of("box", box(latitude, longitude));
            case 1 ->
                Map.of(
                        "circle",
                        Map.of(
                                "latitude",
                                latitude,
                                "longitude",
                                longitude,
                                "radius",
                                METRES.get(random.nextInt(METRES.size()))));
            default -> Map.of("polygon", polygon(latitude, longitude));
        };
    }

    private static Map<String, Object> box(double latitude, double longitude) {
        return Map.of(
                "south", latitude - 0.05, "north", latitude + 0.15, "west", longitude - 0.05, "east", longitude + 0.05);
    }

    /** Corners in any order, so that its sides often cross. */
    private List<Map<String, Double>> polygon(double latitude, double longitude) {
        return IntStream.range(0, 3 + random.nextInt(5))
                .mapToObj(i -> Map.of("latitude", corner(latitude), "longitude", corner(longitude)))
                .toList();
    }

    private double corner(double of) {
        return of + random.nextDouble() * 0.6 - 0.3;
    }
}
