// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

/** Counts nodes and depth of one document against its limits. */
final class Nodes {
    private final Limits limits;
    private int count;
    private int depth;

    Nodes(Limits limits) {
        this.limits = limits;
    }

    void one() throws DecodeException {
        if (++count > limits.nodes()) {
            throw new DecodeException(DecodeException.Reason.HOSTILE, "has more than " + limits.nodes() + " values");
        }
    }

    void down() throws DecodeException {
        one();
        if (++depth > limits.depth()) {
            throw new DecodeException(
                    DecodeException.Reason.HOSTILE, "is nested deeper than " + limits.depth() + " levels");
        }
    }

    void up() {
        depth--;
    }
}
