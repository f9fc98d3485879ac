// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.live;

import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.api.ApiException;
import vn.ioc.hub.api.CallerResolver;
import vn.ioc.hub.api.ErrorCode;
import vn.ioc.hub.api.Selections;
import vn.ioc.hub.api.search.SearchArguments;
import vn.ioc.schema.RecordModel;

/** Subscriptions to changes. Each has a virtual thread that waits for its subscriber and for the outbox's end. */
@Controller
class ChangesController {
    /** Not an executor service, whose tasks would be interrupted when a subscriber goes, in a read that others wait for. */
    private final Scheduler threads = Schedulers.fromExecutor(Thread::startVirtualThread);

    private final OutboxTail tail;
    private final SharedRecords records;
    private final ChangeCursor cursors;
    private final SubscriptionCaps caps;
    private final LiveSettings settings;
    private final RecordModel model;
    private final SearchArguments arguments;
    private final CallerResolver callers;
    private final Policy policy;
    /** Tokens end by the world's clock, whatever day the hub counts as today. */
    private final Clock clock = Clock.systemUTC();

    ChangesController(
            OutboxTail tail,
            SharedRecords records,
            ChangeCursor cursors,
            SubscriptionCaps caps,
            LiveSettings settings,
            RecordModel model,
            SearchArguments arguments,
            CallerResolver callers,
            Policy policy) {
        this.tail = tail;
        this.records = records;
        this.cursors = cursors;
        this.caps = caps;
        this.settings = settings;
        this.model = model;
        this.arguments = arguments;
        this.callers = callers;
        this.policy = policy;
    }

    @QueryMapping
    String changesCursor() {
        return cursors.of(tail.newest());
    }

    @SubscriptionMapping
    Flux<Change> changes(
            @Argument @Nullable List<String> types,
            @Argument @Nullable String since,
            DataFetchingEnvironment environment) {
        Caller caller = callers.caller();
        Instant expiry = callers.expiry();
        long position = since == null ? tail.newest() : cursors.read(since);
        tail.check(position);
        ChangeJudge judge = new ChangeJudge(model, arguments.where(environment.getArgument("where")), known(types));
        ChangeStream.Subscriber subscriber = new ChangeStream.Subscriber(
                () -> policy.rightsOf(caller), expiry, Selections.at(environment, "record"));
        ChangeStream stream = new ChangeStream(tail, records, cursors, judge, subscriber, settings, clock, position);
        String connection = environment
                .getGraphQlContext()
                .getOrDefault(CallerResolver.CONNECTION, UUID.randomUUID().toString());
        return opened(stream, connection, caller.issuer() + " " + caller.subject());
    }

    private Flux<Change> opened(ChangeStream stream, String connection, String caller) {
        return Flux.using(
                () -> caps.enter(connection, caller),
                seat -> Flux.using(
                        () -> stream.open(),
                        open -> Flux.<Optional<Change>>generate(sink -> next(open, sink))
                                .subscribeOn(threads)
                                .mapNotNull(change -> change.orElse(null)),
                        ChangeStream::close),
                SubscriptionCaps.Seat::close);
    }

    /** Once the subscriber has gone nothing is said but an empty value, which goes nowhere: even an end would be sent. */
    private static void next(ChangeStream stream, SynchronousSink<Optional<Change>> sink) {
        try {
            Optional<Change> next = stream.next();
            if (next.isPresent() || stream.isClosed()) {
                sink.next(next);
            } else {
                sink.complete();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            sink.complete();
        } catch (RuntimeException failure) {
            if (stream.isClosed()) {
                sink.next(Optional.empty());
            } else {
                sink.error(failure);
            }
        }
    }

    private Set<String> known(@Nullable List<String> types) {
        if (types == null) {
            return Set.of();
        }
        types.stream().filter(t -> model.findType(t).isEmpty()).findFirst().ifPresent(unknown -> {
            throw new ApiException(ErrorCode.BAD_REQUEST, "'" + unknown + "' is no record type");
        });
        return Set.copyOf(types);
    }
}
