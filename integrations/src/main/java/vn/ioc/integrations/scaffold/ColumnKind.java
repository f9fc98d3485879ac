// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

/** What the values of a column are, as far as a sample tells. */
enum ColumnKind {
    INT("Int"),
    FLOAT("Float"),
    BOOLEAN("Boolean"),
    DATE("Date"),
    DATE_TIME("DateTime"),
    TEXT("String"),
    TEXTS("[String!]!");

    private final String scalar;

    ColumnKind(String scalar) {
        this.scalar = scalar;
    }

    /** As the SDL writes it, nullable but for lists. */
    String scalar() {
        return scalar;
    }
}
