// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

/** A point, WGS 84 decimal degrees. */
public record GeoPoint(double latitude, double longitude) {
    public GeoPoint {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("latitude is within 90, longitude within 180 degrees");
        }
    }
}
