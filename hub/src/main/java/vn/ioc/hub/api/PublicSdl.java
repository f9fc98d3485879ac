// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.nio.charset.StandardCharsets;
import vn.ioc.schema.PublicSchema;
import vn.ioc.schema.RecordModel;

/** The public schema's text: what is executed is what is served. */
public final class PublicSdl {
    private final String text;

    public PublicSdl(RecordModel model) {
        this.text = PublicSchema.print(model);
    }

    public String text() {
        return text;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
