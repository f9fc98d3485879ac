// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

/** Rights that are not about records. */
public enum Capability {
    /** Sources, runs and rejections; running, replaying and resetting them. */
    SOURCES,
    /** The audit. */
    AUDIT,
    /** Introspection of the schema in production. */
    INTROSPECTION
}
