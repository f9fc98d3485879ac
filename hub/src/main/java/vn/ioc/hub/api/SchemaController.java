// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the public schema as a file. */
@RestController
final class SchemaController {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private final PublicSdl sdl;

    SchemaController(PublicSdl sdl) {
        this.sdl = sdl;
    }

    @GetMapping("/schema.graphqls")
    ResponseEntity<byte[]> schema() {
        return ResponseEntity.ok().contentType(TEXT).body(sdl.bytes());
    }
}
