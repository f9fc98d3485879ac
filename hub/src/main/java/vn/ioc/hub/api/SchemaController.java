// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the schema as a file; it holds no data and no secret. */
@RestController
class SchemaController {
    private final PublishedSchema schema;

    SchemaController(PublishedSchema schema) {
        this.schema = schema;
    }

    @GetMapping(path = "/schema.graphqls", produces = "text/plain;charset=UTF-8")
    String schema() {
        return schema.sdl();
    }
}
