// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.nio.charset.StandardCharsets;

/**
 * One request to a source.
 *
 * @param path below the transport's address, or absolute after a redirect on the same host
 * @param query encoded; empty = none
 * @param body JSON of POST; empty = GET
 */
public record Call(String path, String query, String body) {
    public boolean post() {
        return !body.isEmpty();
    }

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
