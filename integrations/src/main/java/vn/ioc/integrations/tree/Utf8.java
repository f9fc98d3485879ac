// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text, refusing what is not of the encoding rather than replacing it. */
final class Utf8 {
    private Utf8() {}

    /** Without the byte order mark. */
    static String text(byte[] bytes) throws DecodeException {
        return text(bytes, StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes, Charset charset) throws DecodeException {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DecodeException(DecodeException.Reason.UNREADABLE, "is not " + charset + " text");
        }
    }
}
