// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.hub.ingest.SourceRun;
import vn.ioc.hub.ingest.StreamStates;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.integrations.source.StreamManifest;

/** What integrators do with sources. Methods throw {@link ApiException} NOT_FOUND for a source that there is not. */
public final class SourceDesk {
    private final SourceCatalog catalog;
    private final SourceOverview overview;
    private final OnDemandPulls pulls;
    private final Neo4jGraph graph;
    private final StreamStates states;
    private final SourcePreview preview;
    private final Duration patience;

    /** @param patience how long a pull that was asked for is waited for */
    public SourceDesk(
            SourceCatalog catalog,
            SourceOverview overview,
            OnDemandPulls pulls,
            Neo4jGraph graph,
            StreamStates states,
            SourcePreview preview,
            Duration patience) {
        this.catalog = catalog;
        this.overview = overview;
        this.pulls = pulls;
        this.graph = graph;
        this.states = states;
        this.preview = preview;
        this.patience = patience;
    }

    /** All sources by name. */
    public List<SourceView> list() {
        return overview.all();
    }

    /** Runs of a source, or of one of its streams, the newest first. */
    public List<SourceRun> runs(String source, @Nullable String stream, int first) {
        return states.runs(source, stream, first);
    }

    /** Pulls a source now and tells how it stands at the end, or after the patience. One that was stopped goes on. */
    public SourceView run(String name) {
        refusePaused(name);
        manifest(name).streams().forEach(s -> graph.goOn(s.id()));
        return pulled(name);
    }

    /** Pulls a source anew from the start and tells how it stands at the end, or after the patience. */
    public SourceView reset(String name) {
        refusePaused(name);
        manifest(name).streams().forEach(s -> graph.reset(s.id()));
        return pulled(name);
    }

    /** Lets no pull of a source go on or begin, in any process, until {@link #resume}. */
    public SourceView pause(String name) {
        manifest(name).streams().forEach(s -> graph.pause(s.id()));
        return named(name);
    }

    /** Lets a source that was paused or stopped go on by its rhythm. */
    public SourceView resume(String name) {
        manifest(name).streams().forEach(s -> graph.resume(s.id()));
        return named(name);
    }

    /** Lets a stream's held sweep delete. @param missing the number of records that was shown */
    public SourceView approveSweep(String name, String stream, long missing) {
        StreamId id = manifest(name).streams().stream()
                .map(StreamManifest::id)
                .filter(s -> s.stream().equals(stream))
                .findFirst()
                .orElseThrow(
                        () -> new ApiException(ErrorCode.NOT_FOUND, "'" + name + "' has no stream '" + stream + "'"));
        if (!graph.approveSweep(id, missing)) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST,
                    "no sweep of " + missing + " records waits there; look at sweep.missing again");
        }
        return named(name);
    }

    private SourceView pulled(String name) {
        try {
            pulls.ask(name).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillUnderWay) {
            return named(name);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return named(name);
    }

    private void refusePaused(String name) {
        if (named(name).streams().stream().anyMatch(s -> s.pausedSince() != null)) {
            throw new ApiException(ErrorCode.BAD_REQUEST, "'" + name + "' is paused; resume it first");
        }
    }

    /** What a pull from the start would change now. @param limit entries wanted */
    public PreviewView preview(String name, int limit) {
        return preview.preview(manifest(name).name(), limit);
    }

    private SourceView named(String name) {
        return overview.all().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private SourceManifest manifest(String name) {
        return catalog.sources().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private ApiException unknown(String name) {
        return new ApiException(
                ErrorCode.NOT_FOUND,
                "there is no source '" + name + "'; known are "
                        + catalog.sources().stream()
                                .map(SourceManifest::name)
                                .sorted()
                                .toList());
    }
}
