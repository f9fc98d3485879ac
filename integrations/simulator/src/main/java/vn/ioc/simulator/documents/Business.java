// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.util.List;

/** {@code Bussiness}: what a package does to the documents that are there. */
sealed interface Business {
    /** The number on the wire. */
    int code();

    String reason();

    /** A new document. */
    record New() implements Business {
        @Override
        public int code() {
            return 0;
        }

        @Override
        public String reason() {
            return "Văn bản điện tử mới";
        }
    }

    /** Withdraws another document. */
    record Revoke(String documentId, String reason) implements Business {
        @Override
        public int code() {
            return 1;
        }
    }

    /** The same document once more, corrected. */
    record Update(String reason) implements Business {
        @Override
        public int code() {
            return 2;
        }
    }

    /** Takes the place of another document, for the receivers listed. */
    record Replace(String documentId, List<String> receivers, String reason) implements Business {
        @Override
        public int code() {
            return 3;
        }
    }
}
