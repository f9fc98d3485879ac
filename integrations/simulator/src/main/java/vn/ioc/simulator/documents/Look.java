// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

/**
 * How one package is written, apart from what it says.
 *
 * @param decomposed text in NFD
 * @param signed carries a digital signature
 * @param paper is sent on paper as well
 * @param attachments how many files
 * @param variant chooses among the inconsistent habits of content ids and lists
 */
record Look(Shape shape, boolean decomposed, boolean signed, boolean paper, int attachments, int variant) {

    /** The four forms in which packages are met. */
    enum Shape {
        /** Root and attachments in the default namespace, the envelope prefixed. */
        COMMON,
        /** Everything prefixed. */
        PREFIXED,
        /** Everything in the default namespace. */
        DEFAULT,
        /** The old one: the envelope is the root and has neither header nor body. */
        FLAT
    }

    /** A fixed share of each, by the document's place in the book. */
    static Look of(int index) {
        Shape shape = switch (index % 12) {
            case 2, 5, 9 -> Shape.PREFIXED;
            case 3, 7, 10 -> Shape.DEFAULT;
            case 11 -> Shape.FLAT;
            default -> Shape.COMMON;
        };
        return new Look(shape, index % 14 == 3, index % 17 != 5, index % 40 == 9, index % 5 == 4 ? 2 : 1, index % 7);
    }
}
