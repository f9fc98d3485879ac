// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

/**
 * The mark of a document that must never leave the source.
 *
 * @param canary a word that stands nowhere else, so that a search for it proves the point
 */
record Secret(String canary, Mark mark) {

    /** Where the mark stands. */
    enum Mark {
        SUBJECT_TOP("TỐI MẬT - "),
        SUBJECT_PLAIN("Mật: "),
        SUBJECT_DECOMPOSED("TUYỆT MẬT. "),
        SUBJECT_WITHOUT_ACCENTS("TOI MAT - "),
        TYPE_NAME("Mật"),
        FIELD_DO_MAT("Mat"),
        FIELD_SECURITY_LEVEL("A"),
        FIELD_UNKNOWN("7"),
        SPHERE("Tối mật"),
        ATTACHMENT_NAME("MẬT_"),
        APPENDIX("Tuyệt mật");

        final String text;

        Mark(String text) {
            this.text = text;
        }

        boolean inSubject() {
            return this == SUBJECT_TOP
                    || this == SUBJECT_PLAIN
                    || this == SUBJECT_DECOMPOSED
                    || this == SUBJECT_WITHOUT_ACCENTS;
        }
    }
}
