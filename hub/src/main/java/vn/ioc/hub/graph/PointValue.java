// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

/** A point, WGS 84 decimal degrees. */
public record PointValue(double latitude, double longitude) {}
