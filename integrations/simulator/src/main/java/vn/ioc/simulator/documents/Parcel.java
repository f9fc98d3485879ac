// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.UUID;

/** One entry of the list. */
sealed interface Parcel {
    /** Opaque: tells nothing of what is inside. */
    String id();

    LocalDateTime at();

    /** {@code type} in the list. */
    String kind();

    /** A package with a document. */
    record Letter(String id, Document document) implements Parcel {
        @Override
        public LocalDateTime at() {
            return document.sent();
        }

        @Override
        public String kind() {
            return "document";
        }
    }

    /** A status package. */
    record Status(String id, StatusReport report) implements Parcel {
        @Override
        public LocalDateTime at() {
            return report.at();
        }

        @Override
        public String kind() {
            return "status";
        }
    }

    /** A package that cannot be read; the list takes it for a document. */
    record Damaged(String id, Document document, Broken how) implements Parcel {
        @Override
        public LocalDateTime at() {
            return document.sent();
        }

        @Override
        public String kind() {
            return "document";
        }
    }

    /** Says that a document is gone; there is nothing to fetch. */
    record Gone(String id, String documentId, LocalDateTime at) implements Parcel {
        @Override
        public String kind() {
            return "deleted";
        }
    }

    static Letter of(Document document) {
        return new Letter(opaque(document.id() + "|" + document.sent()), document);
    }

    static Status of(StatusReport report) {
        return new Status(
                opaque(report.documentId() + "|" + report.from().code() + "|" + report.code() + "|" + report.at()),
                report);
    }

    static Damaged of(Document document, Broken how) {
        return new Damaged(opaque(document.id() + "|" + how), document, how);
    }

    private static String opaque(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
