// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a search is narrowed to, over records of all types. Two-valued: a comparison with a missing value is false, and
 * {@link Not} is the exact complement.
 */
public sealed interface SearchWhere {
    /** Everything. */
    SearchWhere ALL = new And(List.of());

    record And(List<SearchWhere> all) implements SearchWhere {
        public And {
            all = List.copyOf(all);
        }
    }

    record Or(List<SearchWhere> any) implements SearchWhere {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(SearchWhere what) implements SearchWhere {}

    /** One of the attribute's values is among these. */
    record In(Attribute attribute, Set<String> values) implements SearchWhere {
        public In {
            values = java.util.Collections.unmodifiableSet(new TreeSet<>(values));
        }
    }

    /** The record has a value of the attribute. */
    record Present(Attribute attribute) implements SearchWhere {}

    /** The record's place, then or now, is among these areas (uids of a covers(A)). */
    record Within(Set<String> areas) implements SearchWhere {
        public Within {
            areas = java.util.Collections.unmodifiableSet(new TreeSet<>(areas));
        }
    }

    /** Dated from the first to the last day, both included. */
    record Dated(Optional<LocalDate> from, Optional<LocalDate> to) implements SearchWhere {}

    /** What records of all types can be told apart by. */
    sealed interface Attribute {
        Attribute TYPE = new Common("type");
        Attribute SECTOR = new Common("sector");
        /** uid of an organisation that a to-one link of the record names. */
        Attribute ORGANIZATION = new Common("organization");
        /** uid of the place at the record's date. */
        Attribute PLACE = new Common("place");

        String name();

        /** What every type has. */
        record Common(String name) implements Attribute {}

        /** A field with {@code @facet}, or {@code status}. */
        record Facet(String name) implements Attribute {}
    }
}
