// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.ErrorClassification;

/** The codes in {@code extensions.code}; clients rely on the names. */
public enum ErrorCode implements ErrorClassification {
    BAD_REQUEST,
    UNAUTHENTICATED,
    FORBIDDEN,
    FORBIDDEN_FIELD,
    NOT_FOUND,
    LIMIT_DEPTH,
    LIMIT_ALIASES,
    LIMIT_ROOT,
    LIMIT_TOKENS,
    LIMIT_NODES,
    LIMIT_SORT,
    LIMIT_TIME,
    LIMIT_BUSY,
    RATE_LIMITED,
    SEARCH_UNAVAILABLE,
    GRAPH_UNAVAILABLE,
    AUDIT_UNAVAILABLE,
    INTERNAL
}
