// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.Json;
import vn.ioc.integrations.mapping.DateFunction;
import vn.ioc.integrations.source.Transport;

/** The request for a page, from the manifest and where the pull stands. */
record PageRequest(Transport.Request request, String cursor, Instant now) {
    private static final long DAY = 86_400_000L;

    /**
     * @param pass which of {@code vary}
     * @param page from 0
     * @param next what the page before gave; null = the first page
     */
    Call call(int pass, int page, @Nullable String next) {
        Map<String, Object> parameters = new LinkedHashMap<>(request.parameters());
        parameters.putAll(request.vary().get(pass));
        request.since().ifPresent(since -> {
            from(since).ifPresent(value -> parameters.put(since.parameter(), value));
            since.until().ifPresent(until -> parameters.put(until, written(since, now.toEpochMilli() + DAY)));
        });
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
        return request.post()
                ? new Call(request.path(), "", Json.write(parameters))
                : new Call(request.path(), query(parameters), "");
    }

    private Optional<String> from(Transport.Since since) {
        if (cursor.isEmpty()) {
            return since.start();
        }
        long last = Long.parseLong(cursor);
        return Optional.of(written(
                since, since.format() == null ? last : last - since.lookback().toMillis()));
    }

    private static String written(Transport.Since since, long value) {
        return since.format() == null
                ? Long.toString(value)
                : DateFunction.formatter(since.format())
                        .format(Instant.ofEpochMilli(value).atZone(DateFunction.HERE));
    }

    private static String query(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(String.valueOf(e.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
