// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.ioc.simulator.district.Ascii;

/** The files of a package: references in the manifest and base64 at the end, with ids that do not always agree. */
final class Attachments {
    private static final String LINK = "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"";

    private Attachments() {}

    static void references(Document document, Xml xml) {
        for (int i = 1; i <= document.look().attachments(); i++) {
            String id = id(document, i);
            int habit = document.look().variant();
            xml.open("Reference", LINK + (habit == 3 ? id : "cid:" + id) + "\" xlink:type=\"simple\"");
            xml.leaf("Description", "Tệp đính kèm " + i);
            xml.leaf("AttachmentName", name(document, i)).leaf("ContentType", type(document, i));
            if (habit != 1) {
                xml.leaf("ContentId", "cid:" + id);
            }
            xml.close("Reference");
        }
    }

    static void encoded(Document document, Xml xml, String attributes) {
        xml.open("AttachmentEncoded", attributes);
        for (int i = 1; i <= document.look().attachments(); i++) {
            String id = id(document, i);
            int habit = document.look().variant();
            xml.open("Attachment")
                    .leaf("ContentType", type(document, i))
                    .leaf("ContentId", habit == 2 || habit == 3 ? "cid:" + id : id)
                    .leaf("Description", "Tệp đính kèm " + i)
                    .leaf("ContentTransferEncoded", Base64.getEncoder().encodeToString(bytes(document, i)))
                    .leaf("AttachmentName", name(document, i))
                    .close("Attachment");
        }
        xml.close("AttachmentEncoded").line();
    }

    private static String id(Document document, int number) {
        return String.format(Locale.ROOT, "%08x-%d", (document.id() + "#file").hashCode(), number);
    }

    private static String name(Document document, int number) {
        String base = document.number() + "_" + Ascii.of(document.notation()).replace('/', '_');
        String end = zipped(document, number) ? ".zip" : document.look().signed() ? "_signed.pdf" : ".pdf";
        return Marks.attachmentName(document, base + (number > 1 ? "_PL" + number : "") + end);
    }

    private static String type(Document document, int number) {
        return zipped(document, number) ? "application/zip" : "application/pdf";
    }

    private static boolean zipped(Document document, int number) {
        return number == 2 || document.look().variant() == 5;
    }

    private static byte[] bytes(Document document, int number) {
        Secret secret = document.secret();
        String text = secret == null ? "%PDF-1.4 " + document.code() : "%PDF-1.4 Canary " + secret.canary();
        byte[] plain = (text + " invented").getBytes(StandardCharsets.UTF_8);
        return zipped(document, number) ? zip(document.number() + ".pdf", plain) : plain;
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(LocalDateTime.of(2022, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
