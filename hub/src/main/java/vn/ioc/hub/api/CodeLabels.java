// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import vn.ioc.hub.graph.CodeValue;

/** Labels of codes from the lists that own them. */
@FunctionalInterface
public interface CodeLabels {
    /** The label valid on the code's day; the code itself when the list does not know it. */
    String label(CodeValue code, boolean english);
}
