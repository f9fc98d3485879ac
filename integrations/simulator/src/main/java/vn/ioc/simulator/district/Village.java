// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

/**
 * An invented village at a point that lies in its real commune.
 *
 * @param oldCommune code of its commune until 2025-06-30
 * @param newCommune code of its commune since 2025-07-01
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
public record Village(String oldCommune, String newCommune, String name, double latitude, double longitude) {}
