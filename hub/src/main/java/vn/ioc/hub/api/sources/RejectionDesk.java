// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.access.Visibility;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.ingest.KeptRejection;
import vn.ioc.hub.ingest.Neo4jGraph;
import vn.ioc.hub.ingest.Rejections;
import vn.ioc.hub.ingest.Replay;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Graph;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.change.Outcome;
import vn.ioc.integrations.change.Rejected;
import vn.ioc.integrations.change.StreamId;
import vn.ioc.integrations.intake.Intake;
import vn.ioc.integrations.mapping.BodyVeil;
import vn.ioc.integrations.mapping.Hmac;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.integrations.tree.DecodeException;
import vn.ioc.integrations.tree.Format;
import vn.ioc.integrations.tree.Limits;
import vn.ioc.schema.RecordType;

/** Rejections for integrators: what each was, as far as they may see it, and its second chance. */
public final class RejectionDesk {
    /** Rejections that one replay takes at most. */
    static final int MOST = 1_000;

    /** Rejections that one transaction takes. */
    private static final int STEP = 200;

    private final SourceCatalog catalog;
    private final Rejections rejections;
    private final Neo4jGraph graph;
    private final Hmac hmac;
    private final Map<StreamId, StreamManifest> streams;

    public RejectionDesk(SourceCatalog catalog, Rejections rejections, Neo4jGraph graph, Hmac hmac) {
        this.catalog = catalog;
        this.rejections = rejections;
        this.graph = graph;
        this.hmac = hmac;
        this.streams = catalog.sources().stream()
                .flatMap(s -> s.streams().stream())
                .collect(Collectors.toMap(StreamManifest::id, s -> s));
    }

    /** The last seen first. @param bodies whether bodies are wanted too, veiled by the rights */
    public List<RejectionView> find(Rejections.Which which, int first, boolean bodies, Rights rights) {
        return rejections.find(which, first, bodies).stream()
                .map(r -> RejectionView.of(
                        r, r.body().flatMap(b -> veiled(r.stream(), b, rights)).orElse(null)))
                .toList();
    }

    /** What a replay did. */
    public record ReplayView(long replayed, long passed, long rejected, long withoutBody) {}

    /** Maps rejections of a source again; what passes is none any more. */
    public ReplayView replay(String source, Rejected.@Nullable Reason reason, @Nullable List<String> ids) {
        if (catalog.sources().stream().noneMatch(s -> s.name().equals(source))) {
            throw new ApiException(ErrorCode.NOT_FOUND, "there is no source '" + source + "'");
        }
        if (ids != null && (ids.isEmpty() || ids.size() > MOST)) {
            throw new ApiException(ErrorCode.BAD_REQUEST, "ids takes 1 to " + MOST + " ids");
        }
        List<KeptRejection> found = rejections.find(
                new Rejections.Which(
                        Optional.of(source), Optional.empty(), Optional.ofNullable(reason), Optional.ofNullable(ids)),
                MOST,
                true);
        if (ids != null && found.size() < ids.stream().distinct().count()) {
            throw new ApiException(
                    ErrorCode.NOT_FOUND, "not all of these rejections are there, of this source and reason");
        }
        Map<StreamId, List<KeptRejection>> whole = found.stream()
                .filter(r -> r.body().isPresent() && streams.containsKey(r.stream()))
                .collect(Collectors.groupingBy(KeptRejection::stream));
        long replayed = whole.values().stream().mapToLong(List::size).sum();
        long rejected = whole.entrySet().stream()
                .mapToLong(e -> replay(streams.get(e.getKey()), e.getValue()))
                .sum();
        return new ReplayView(replayed, replayed - rejected, rejected, found.size() - replayed);
    }

    private long replay(@Nullable StreamManifest stream, List<KeptRejection> kept) {
        if (stream == null) {
            return 0;
        }
        Intake intake = new Intake(stream, catalog.codes(), hmac);
        String run = UUID.randomUUID().toString();
        long rejected = 0;
        for (int from = 0; from < kept.size(); from += STEP) {
            Map<String, List<Change>> passed = new HashMap<>();
            Map<String, Rejected> again = new HashMap<>();
            for (KeptRejection rejection : kept.subList(from, Math.min(from + STEP, kept.size()))) {
                List<Outcome> outcomes = outcomes(intake, rejection);
                outcomes.stream()
                        .flatMap(o -> o instanceof Rejected r ? Stream.of(r) : Stream.empty())
                        .findFirst()
                        .ifPresentOrElse(
                                r -> again.put(rejection.id(), r), () -> passed.put(rejection.id(), changes(outcomes)));
            }
            String part = from == 0 ? run : run + "-" + from / STEP;
            Graph.Receipt receipt = graph.replay(new Replay(stream.id(), part, passed, again));
            rejected += receipt.rejected();
        }
        return rejected;
    }

    private static List<Outcome> outcomes(Intake intake, KeptRejection rejection) {
        try {
            return intake.again(
                    rejection.body().orElseThrow(),
                    new Intake.At(rejection.position(), rejection.lastSeen(), rejection.poll()));
        } catch (DecodeException e) {
            return List.of(new Rejected(
                    rejection.stream(),
                    Rejected.Reason.UNREADABLE,
                    "",
                    e.what(),
                    rejection.position(),
                    rejection.key(),
                    "",
                    rejection.lastSeen()));
        }
    }

    private static List<Change> changes(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(o -> o instanceof Change c ? Stream.of(c) : Stream.empty())
                .toList();
    }

    /** Nothing for a stream that is no more: who may see what of it cannot be told. */
    private Optional<String> veiled(StreamId id, String body, Rights rights) {
        StreamManifest stream = streams.get(id);
        if (stream == null) {
            return Optional.empty();
        }
        BodyVeil veil = new BodyVeil(
                stream.mapping(),
                hmac,
                kind -> rights.personal().getOrDefault(kind, Visibility.HIDDEN) == Visibility.CLEAR,
                (type, audience) -> readsEverywhere(rights, type, audience));
        try {
            Object tree =
                    new Format.Json().decode(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), Limits.DEFAULT);
            return Optional.of(Json.write(veil.veil(tree)));
        } catch (DecodeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean readsEverywhere(Rights rights, RecordType type, String audience) {
        return rights.grantsFor(type).stream()
                .anyMatch(g -> g.areas().isEmpty() && g.audiences().contains(audience));
    }
}
