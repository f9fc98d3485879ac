// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.services;

/**
 * An administrative procedure.
 *
 * @param code the national code, such as {@code 1.004193}
 * @param ofCommune decided by a commune, else by the district
 * @param level 2 information only, 3 partly online, 4 wholly online
 * @param legalDays working days that the rules allow; 0 means the same day
 * @param promisedDays working days that are promised here: a tenth less for 20 of them
 */
record Procedure(
        String code,
        String name,
        String fieldCode,
        String fieldName,
        boolean ofCommune,
        int level,
        int legalDays,
        int promisedDays) {

    boolean sameDay() {
        return legalDays == 0;
    }
}
