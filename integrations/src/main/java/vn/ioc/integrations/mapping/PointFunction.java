// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.GeoPoint;

/**
 * {@code point}: WGS 84 degrees. Latitude and longitude that stand in each other's place are swapped back, since in Vietnam
 * no number can be both; a point outside the country is none.
 */
public record PointFunction(Expression latitude, Expression longitude) implements Expression {
    private static final double SOUTH = 6;
    private static final double NORTH = 24;
    private static final double WEST = 102;
    private static final double EAST = 118;

    @Override
    public @Nullable Object evaluate(Scope scope) throws MappingException {
        BigDecimal first = Numbers.number(latitude.evaluate(scope), latitude.where());
        BigDecimal second = Numbers.number(longitude.evaluate(scope), longitude.where());
        if (first == null || second == null) {
            return null;
        }
        double north = first.doubleValue();
        double east = second.doubleValue();
        return inCountry(north, east)
                ? new GeoPoint(north, east)
                : inCountry(east, north) ? new GeoPoint(east, north) : null;
    }

    private static boolean inCountry(double north, double east) {
        return north >= SOUTH && north <= NORTH && east >= WEST && east <= EAST;
    }

    @Override
    public Kind kind() {
        return Kind.POINT;
    }

    @Override
    public List<Expression> parts() {
        return List.of(latitude, longitude);
    }
}
