// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body that sends, receives or handles.
 *
 * @param code the code on the wire, most specific part first ({@code 000.03.15.H47})
 * @param notation the letters it puts behind its numbers ({@code TNMT})
 * @param areaScheme {@code pre-2025-07} or {@code post-2025-07}
 * @param sameAs the code of which this one is only another spelling
 */
public record Organization(
        String code,
        String name,
        String shortName,
        @Nullable String parentCode,
        String areaScheme,
        String areaCode,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String sameAs,
        String notation) {

    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** True for the people's committee of a commune or township. */
    public boolean isCommune() {
        return areaCode.length() == 5 && code.startsWith(areaScheme.startsWith("pre") ? "000." : "000.00.");
    }
}
