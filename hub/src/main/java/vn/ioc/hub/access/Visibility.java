// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.access;

/** How a personal value is shown. A value that is not CLEAR can be neither filtered, sorted, grouped nor highlighted by. */
public enum Visibility {
    HIDDEN,
    MASKED,
    CLEAR
}
