// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

/** Relay connections: pages of records with cursors, and the count of all. */
final class PagingTypes {
    private PagingTypes() {}

    static String sdl() {
        return """
                "Where a page stands in its list."
                type PageInfo {
                  "Whether records follow the page."
                  hasNextPage: Boolean!
                  "Whether records stand before the page."
                  hasPreviousPage: Boolean!
                  "Cursor of the page's first record; null when the page is empty."
                  startCursor: String
                  "Cursor of the page's last record; null when the page is empty."
                  endCursor: String
                }
                "Which end of an order comes first. Records without the value come last either way."
                enum SortDirection {
                  "Smallest, earliest or first in the alphabet first."
                  ASC
                  "Greatest, latest or last in the alphabet first."
                  DESC
                }
                """;
    }

    /** Arguments of a field that gives a connection of that type. */
    static String arguments(String type) {
        return "(" + SdlText.line("Which records; all that the caller may read when absent.", "where", type + "Filter")
                + SdlText.line(
                        "In which order; the type's default order when absent. Ties are broken by id.",
                        "orderBy",
                        "[" + type + "Order!]")
                + SdlText.line("Size of the page, 1 to 100.", "first", "Int = 20")
                + SdlText.line("Start after this cursor of the same list.", "after", "String")
                + SdlText.line(
                        "Size of the page at the end of the list, 1 to 100; `first` is not used then.", "last", "Int")
                + SdlText.line("End before this cursor of the same list.", "before", "String")
                + ")";
    }

    static String connection(RecordType type) {
        String name = type.name();
        return """
                "A page of records of type %1$s."
                type %1$sConnection {
                  "How many there are in all, on every page; only those that the caller may read."
                  totalCount: Int!
                  "The records of the page, in order."
                  edges: [%1$sEdge!]!
                  "Where the page stands."
                  pageInfo: PageInfo!
                }
                "A record of type %1$s in a page."
                type %1$sEdge {
                  "Names this place in this list: for `after` and `before` with the same `where` and `orderBy`."
                  cursor: String!
                  "The record at this place."
                  node: %1$s!
                }
                """.formatted(name);
    }
}
