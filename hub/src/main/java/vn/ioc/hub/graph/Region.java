// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

/** A part of the Earth's surface; its numbers are in {@link Slots}. */
sealed interface Region {
    /** Between two corners, the edges included. */
    record Box(int southWest, int northEast) implements Region {}

    /** No farther from the centre than the radius in metres. */
    record Circle(int centre, int radius) implements Region {}

    /**
     * Inside a closed line by the even-odd rule, straight in latitude and longitude.
     *
     * @param edges slot of a list of {@code [latitude, longitude, latitude, longitude]}
     */
    record Polygon(Box around, int edges) implements Region {}
}
