// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

/**
 * How much of a document is read at all.
 *
 * @param bytes of one document
 * @param depth of nesting
 * @param nodes objects, lists and values together
 * @param numberLength characters of one number
 */
public record Limits(int bytes, int depth, int nodes, int numberLength) {
    public static final Limits DEFAULT = new Limits(32 * 1024 * 1024, 64, 1_000_000, 64);

    void checkBytes(int length) throws DecodeException {
        if (length > bytes) {
            throw new DecodeException(DecodeException.Reason.HOSTILE, "has " + length + " bytes; allowed are " + bytes);
        }
    }
}
