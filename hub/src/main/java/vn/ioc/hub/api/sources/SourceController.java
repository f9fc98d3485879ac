// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import vn.ioc.hub.access.Capability;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.CallerRights;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.ingest.KeptRejection;

/** Sources for integrators; everybody else is refused. */
@Controller
class SourceController {
    private static final int MOST = 100;
    private final SourceDesk desk;
    private final CallerRights callers;

    SourceController(SourceDesk desk, CallerRights callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @QueryMapping
    List<SourceView> sources() {
        integrator();
        return desk.list();
    }

    @QueryMapping
    List<KeptRejection> rejections(@Argument @Nullable String source, @Argument int first) {
        integrator();
        return desk.rejections(source, size("first", first));
    }

    @QueryMapping
    PreviewView previewSource(@Argument String name, @Argument int limit) {
        integrator();
        return desk.preview(name, size("limit", limit));
    }

    @MutationMapping
    SourceView runSource(@Argument String name) {
        integrator();
        return desk.run(name);
    }

    @MutationMapping
    SourceView resetSource(@Argument String name) {
        integrator();
        return desk.reset(name);
    }

    private void integrator() {
        callers.require(Capability.SOURCES, "integrator");
    }

    private static int size(String name, int size) {
        if (size < 1 || size > MOST) {
            throw new ApiException(ErrorCode.BAD_REQUEST, name + " takes a number from 1 to " + MOST);
        }
        return size;
    }
}
