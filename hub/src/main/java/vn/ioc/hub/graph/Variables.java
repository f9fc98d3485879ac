// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

/** Names of variables of one statement, by position, so that equal shapes give equal texts. */
final class Variables {
    private int count;

    String next(String prefix) {
        return prefix + count++;
    }
}
