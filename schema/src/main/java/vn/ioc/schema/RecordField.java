// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.Optional;

/**
 * A scalar field of a record type; its property in the graph and in the index has the same name.
 *
 * @param enumType name of the enum type when {@code scalar} is {@link Scalar#ENUM}
 * @param codeList name of the code list when {@code scalar} is {@link Scalar#CODE}
 * @param search how it is searched; empty = not searched
 * @param personal kind of personal value ({@code PersonalKind}); empty = not personal
 */
public record RecordField(
        String name,
        Scalar scalar,
        boolean list,
        boolean nonNull,
        Optional<String> enumType,
        Optional<String> codeList,
        Optional<Search> search,
        boolean indexed,
        boolean facet,
        Optional<String> personal,
        boolean derived,
        String description) {

    /** What a field holds; CODE and ENUM are stored as their text, POINT as a WGS 84 point. */
    public enum Scalar {
        STRING,
        INT,
        FLOAT,
        BOOLEAN,
        DATE,
        DATE_TIME,
        POINT,
        GEOMETRY,
        CODE,
        ENUM
    }

    /** How a field is searched. */
    public enum SearchAs {
        TEXT,
        NAME,
        CODE
    }

    /** @param boost weight of a match in this field, 1 or more */
    public record Search(SearchAs as, int boost) {}

    /** Short texts carry a Vietnamese collation key and can be ordered by; long running text cannot. */
    public boolean orderable() {
        if (list || scalar == Scalar.POINT || scalar == Scalar.GEOMETRY) {
            return false;
        }
        return scalar != Scalar.STRING
                || indexed
                || search.filter(s -> s.as() != SearchAs.TEXT || s.boost() > 1).isPresent();
    }

    /** Stored beside the value: its Vietnamese collation key, for orders. */
    public String sortProperty() {
        return scalar == Scalar.STRING ? name + "Sort" : name;
    }

    /** Stored beside a text: its form for {@code contains} and {@code startsWith} ({@link VietnameseText#comparable}). */
    public String comparableProperty() {
        return name + "Cmp";
    }

    /** Whether {@link #sortProperty} and {@link #comparableProperty} are stored. */
    public boolean isText() {
        return scalar == Scalar.STRING && !list;
    }
}
