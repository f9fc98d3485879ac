// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What was asked.
 *
 * @param path below the system's own prefix, beginning with a slash
 * @param headers by lower-case name, the first value of each
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
    private static final int MOST_BYTES = 1 << 20;

    static Request read(HttpExchange exchange, String path) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        return new Request(exchange.getRequestMethod(), path, parameters(query), headers, body);
    }

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The parameter, or {@code fallback} when it is absent or blank. */
    public String parameter(String name, String fallback) {
        String value = query.get(name);
        return value == null || value.isBlank() ? fallback : value.strip();
    }

    /**
     * A whole number within bounds.
     *
     * @throws RequestException when it is not a number; a number out of bounds is moved to the nearest bound
     */
    public long number(String name, long fallback, long least, long most) {
        String value = parameter(name, Long.toString(fallback));
        try {
            return Math.clamp(Long.parseLong(value), least, most);
        } catch (NumberFormatException e) {
            throw new RequestException(name + " must be a whole number");
        }
    }

    /** @throws RequestException when the body is not a JSON object */
    public JsonNode json() {
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JacksonException e) {
            throw new RequestException("the body is not JSON");
        }
        throw new RequestException("the body must be a JSON object");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
