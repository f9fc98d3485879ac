// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

/** Codes of errors, as clients get them in {@code extensions.code}; their meaning never changes. */
public enum ErrorCode {
    BAD_REQUEST,
    UNAUTHENTICATED,
    FORBIDDEN,
    FORBIDDEN_FIELD,
    NOT_FOUND,
    /** The request's body is too large. */
    LIMIT_BODY,
    /** The document is too large, has too many tokens or nests too deep. */
    LIMIT_DOCUMENT,
    LIMIT_DEPTH,
    LIMIT_ALIASES,
    LIMIT_ROOTS,
    LIMIT_DIRECTIVES,
    /** Too many fields, or one of them too often. */
    LIMIT_FIELDS,
    LIMIT_NODES,
    /** The operation would cost more points than one operation may. */
    LIMIT_COST,
    LIMIT_SORT,
    /** Too many subscriptions of one connection or caller. */
    LIMIT_SUBSCRIPTIONS,
    /** Too many WebSockets of one caller: the reason of their closing. */
    LIMIT_CONNECTIONS,
    /** A subscriber that does not read what it asked for. */
    LIMIT_SLOW,
    LIMIT_BUSY,
    LIMIT_TIME,
    RATE_LIMITED,
    SEARCH_UNAVAILABLE,
    GRAPH_UNAVAILABLE,
    AUDIT_UNAVAILABLE,
    INTERNAL
}
