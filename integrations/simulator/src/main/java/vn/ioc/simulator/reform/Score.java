// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.reform;

/**
 * What one unit reached in one year.
 *
 * @param unitCode of the district
 * @param hundredths of a per cent: 91.44 % is 9144
 */
record Score(int year, String unitCode, String unitName, int hundredths, int rank) {
    String key() {
        return unitCode + "|" + year;
    }

    double percent() {
        return hundredths / 100.0;
    }

    Score ranked(int next) {
        return new Score(year, unitCode, unitName, hundredths, next);
    }

    Score scored(int next) {
        return new Score(year, unitCode, unitName, next, rank);
    }
}
