// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

/** Codes of errors, as clients get them in {@code extensions.code}; their meaning never changes. */
public enum ErrorCode {
    BAD_REQUEST,
    UNAUTHENTICATED,
    FORBIDDEN,
    FORBIDDEN_FIELD,
    NOT_FOUND,
    /** The document is too large, or has too many tokens. */
    LIMIT_DOCUMENT,
    LIMIT_DEPTH,
    LIMIT_ALIASES,
    LIMIT_ROOTS,
    /** Too many fields, or one of them too often. */
    LIMIT_FIELDS,
    LIMIT_NODES,
    LIMIT_SORT,
    LIMIT_BUSY,
    LIMIT_TIME,
    RATE_LIMITED,
    SEARCH_UNAVAILABLE,
    GRAPH_UNAVAILABLE,
    AUDIT_UNAVAILABLE,
    INTERNAL
}
