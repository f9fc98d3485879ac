// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.ioc.hub.access.Capability;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.CallerRights;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.ingest.Rejections;
import vn.ioc.hub.ingest.SourceRun;
import vn.ioc.integrations.change.Rejected;

/** Sources for integrators; everybody else is refused. */
@Controller
class SourceController {
    private static final int MOST = 100;
    private final SourceDesk desk;
    private final RejectionDesk rejections;
    private final CallerRights callers;

    SourceController(SourceDesk desk, RejectionDesk rejections, CallerRights callers) {
        this.desk = desk;
        this.rejections = rejections;
        this.callers = callers;
    }

    @QueryMapping
    List<SourceView> sources() {
        integrator();
        return desk.list();
    }

    @SchemaMapping(typeName = "Source")
    List<SourceRun> runs(SourceView source, @Argument int first) {
        return desk.runs(source.name(), null, size("first", first));
    }

    @SchemaMapping(typeName = "SourceStream", field = "runs")
    List<SourceRun> streamRuns(StreamView stream, @Argument int first) {
        return desk.runs(stream.id().source(), stream.name(), size("first", first));
    }

    @SchemaMapping(typeName = "SourceRun")
    @Nullable
    String problem(SourceRun run) {
        return run.problem().isEmpty() ? null : run.problem();
    }

    @QueryMapping
    List<RejectionView> rejections(
            @Argument @Nullable String source,
            @Argument @Nullable String stream,
            @Argument Rejected.@Nullable Reason reason,
            @Argument int first,
            DataFetchingEnvironment environment) {
        integrator();
        return rejections.find(
                new Rejections.Which(
                        Optional.ofNullable(source),
                        Optional.ofNullable(stream),
                        Optional.ofNullable(reason),
                        Optional.empty()),
                size("first", first),
                environment.getSelectionSet().contains("body"),
                callers.rights());
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

    @MutationMapping
    SourceView pauseSource(@Argument String name) {
        integrator();
        return desk.pause(name);
    }

    @MutationMapping
    SourceView resumeSource(@Argument String name) {
        integrator();
        return desk.resume(name);
    }

    @MutationMapping
    SourceView approveSweep(@Argument String name, @Argument String stream, @Argument int missing) {
        integrator();
        return desk.approveSweep(name, stream, missing);
    }

    @MutationMapping
    RejectionDesk.ReplayView replayRejections(
            @Argument String source, @Argument Rejected.@Nullable Reason reason, @Argument @Nullable List<String> ids) {
        integrator();
        return rejections.replay(source, reason, ids);
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
