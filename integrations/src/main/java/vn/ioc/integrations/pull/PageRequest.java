// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.mapping.DateFunction;
import vn.ioc.integrations.source.Transport;

/** The requests of one pull: one pass over all pages for each of {@code vary} and each stretch of time. */
final class PageRequest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_WINDOWS = 10_000;

    private final Transport.Request request;
    private final List<Map<String, Object>> passes = new ArrayList<>();

    /** @param request with its settings resolved; @param cursor where the last pull ended; empty = from the start */
    PageRequest(Transport.Request request, String cursor, Instant now) throws PullException {
        this.request = request;
        List<Map<String, Object>> windows = windows(cursor, now);
        for (Map<String, Object> varied : request.vary()) {
            for (Map<String, Object> window : windows) {
                Map<String, Object> pass = new LinkedHashMap<>(request.parameters());
                pass.putAll(varied);
                pass.putAll(window);
                passes.add(pass);
            }
        }
    }

    int passes() {
        return passes.size();
    }

    /**
     * @param pass from 0
     * @param page from 0
     * @param next what the page before gave; null = the first page
     */
    Call call(int pass, int page, @Nullable String next) {
        Map<String, Object> parameters = new LinkedHashMap<>(passes.get(pass));
        request.paging().ifPresent(paging -> {
            paging.size().ifPresent(size -> parameters.put(size, paging.rows()));
            switch (paging) {
                case Transport.Paging.ByNumber by -> parameters.put(by.parameter(), by.first() + page);
                case Transport.Paging.ByOffset by -> parameters.put(by.parameter(), (long) page * by.rows());
                case Transport.Paging.ByNext by -> {
                    if (next != null) {
                        parameters.put(by.parameter(), next);
                    }
                }
            }
        });
        String path = path(parameters);
        return request.post() ? new Call(path, "", Json.write(parameters)) : new Call(path, query(parameters), "");
    }

    /** Parameters that the path takes stand nowhere else. */
    private String path(Map<String, Object> parameters) {
        String path = request.path();
        for (String name : List.copyOf(parameters.keySet())) {
            String place = "{" + name + "}";
            if (path.contains(place)) {
                path = path.replace(place, Transport.Request.encoded(String.valueOf(parameters.remove(name))));
            }
        }
        return path;
    }

    private List<Map<String, Object>> windows(String cursor, Instant now) throws PullException {
        if (request.since().isEmpty()) {
            return List.of(Map.of());
        }
        Transport.Since since = request.since().get();
        if (since.window().isEmpty()) {
            Map<String, Object> whole = new LinkedHashMap<>();
            from(since, cursor).ifPresent(value -> whole.put(since.parameter(), value));
            since.until().ifPresent(until -> whole.put(until, written(since, now.plus(DAY))));
            return List.of(whole);
        }
        Duration length = since.window().get();
        Instant start = cursor.isEmpty()
                ? Places.moment(since, since.start().orElse(""))
                : Instant.ofEpochMilli(Long.parseLong(cursor)).minus(since.lookback());
        List<Map<String, Object>> windows = new ArrayList<>();
        for (Instant from = start; from.isBefore(now.plus(DAY)); from = from.plus(length)) {
            Map<String, Object> window = new LinkedHashMap<>();
            window.put(since.parameter(), written(since, from));
            Instant end = from.plus(length);
            since.until().ifPresent(until -> window.put(until, written(since, end)));
            windows.add(window);
            if (windows.size() > MOST_WINDOWS) {
                throw new PullException(
                        PullException.Reason.UNCONFIGURED, "the start lies more than " + MOST_WINDOWS + " windows ago");
            }
        }
        return windows.isEmpty() ? List.of(Map.of(since.parameter(), written(since, now))) : windows;
    }

    private static Optional<Object> from(Transport.Since since, String cursor) {
        if (cursor.isEmpty()) {
            return since.start().map(start -> since.format() == null ? Places.plain(start) : start);
        }
        long last = Long.parseLong(cursor);
        return Optional.of(
                since.format() == null
                        ? (Object) last
                        : written(since, Instant.ofEpochMilli(last).minus(since.lookback())));
    }

    private static String written(Transport.Since since, Instant moment) {
        return DateFunction.formatter(String.valueOf(since.format())).format(moment.atZone(DateFunction.HERE));
    }

    private static String query(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(e -> Transport.Request.encoded(e.getKey()) + "="
                        + Transport.Request.encoded(String.valueOf(e.getValue())))
                .collect(Collectors.joining("&"));
    }
}
