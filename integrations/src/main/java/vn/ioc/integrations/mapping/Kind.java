// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

/** What an expression gives, as far as it is known before any data. */
public enum Kind {
    /** Whatever stands at a path: text, number, boolean, list, object. */
    ANY,
    TEXT,
    NUMBER,
    /** A day or a moment. */
    TIME,
    POINT,
    LIST
}
