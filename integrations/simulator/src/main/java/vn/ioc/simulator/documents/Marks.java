// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import org.jspecify.annotations.Nullable;

/** Puts the mark of a secret document where that document bears it; other documents are left as they are. */
final class Marks {
    private Marks() {}

    static String subject(Document document) {
        Secret secret = document.secret();
        if (secret == null) {
            return document.subject();
        }
        String words = "Canary " + secret.canary() + " " + document.subject();
        return secret.mark().inSubject() ? secret.mark().text + words : words;
    }

    static String content(Document document) {
        Secret secret = document.secret();
        return secret == null ? document.content() : "Nội dung Canary " + secret.canary();
    }

    static String typeName(Document document) {
        return has(document, Secret.Mark.TYPE_NAME) ? "Mật" : document.type().name();
    }

    static String sphere(Document document) {
        return has(document, Secret.Mark.SPHERE) ? Secret.Mark.SPHERE.text : "Liên thông văn bản";
    }

    static @Nullable String appendix(Document document) {
        return has(document, Secret.Mark.APPENDIX) ? Secret.Mark.APPENDIX.text : null;
    }

    static String attachmentName(Document document, String name) {
        return has(document, Secret.Mark.ATTACHMENT_NAME) ? "MẬT - " + name : name;
    }

    static void field(Document document, Xml xml) {
        Secret secret = document.secret();
        if (secret == null) {
            return;
        }
        switch (secret.mark()) {
            case FIELD_DO_MAT -> xml.leaf("DoMat", secret.mark().text);
            case FIELD_SECURITY_LEVEL -> xml.leaf("SecurityLevel", secret.mark().text);
            case FIELD_UNKNOWN -> xml.leaf("MucDoMat", secret.mark().text);
            case SUBJECT_TOP,
                    SUBJECT_PLAIN,
                    SUBJECT_DECOMPOSED,
                    SUBJECT_WITHOUT_ACCENTS,
                    TYPE_NAME,
                    SPHERE,
                    ATTACHMENT_NAME,
                    APPENDIX -> {}
        }
    }

    private static boolean has(Document document, Secret.Mark mark) {
        return document.secret() != null && document.secret().mark() == mark;
    }
}
