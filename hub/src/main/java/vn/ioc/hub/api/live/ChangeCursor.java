// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vn.ioc.hub.graph.CursorSigner;

/** Signed positions in the order of changes; the same for all callers and filters, on all instances. */
record ChangeCursor(CursorSigner signer) {
    private static final byte[] LIST = "changes".getBytes(StandardCharsets.US_ASCII);

    String of(long seq) {
        return signer.sign(LIST, ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
    }

    /** @throws vn.ioc.hub.graph.GraphException BAD_REQUEST when no hub with this key made it */
    long read(String cursor) {
        return ByteBuffer.wrap(signer.verify(LIST, cursor)).getLong();
    }
}
