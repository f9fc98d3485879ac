// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.Locale;

/** Names of types and fields as values of enums. */
public final class EnumNames {
    private EnumNames() {}

    /** {@code HealthFacility} and {@code healthFacility} are {@code HEALTH_FACILITY}. */
    public static String of(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
