// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

/**
 * A village as people of one day would write it.
 *
 * @param communeName with its kind and in running text: {@code xã Trà Bui}
 * @param commune the committee that governs it on that day
 */
public record Place(Village village, String communeName, Organization commune) {
    /** {@code thôn 3, xã Trà Bui} */
    public String inText() {
        return village.name() + ", " + communeName;
    }

    /** Without the kind of the commune, as many people write it: {@code Trà Bui}. */
    public String bareCommune() {
        return communeName.replaceFirst("^(xã|thị trấn) ", "");
    }
}
