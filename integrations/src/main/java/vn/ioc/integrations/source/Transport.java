// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.mapping.TreePath;

/** How a stream is read; one route template for each. */
public sealed interface Transport {
    /** How long after a pull the next one begins; zero = nothing is pulled. */
    Duration every();

    /** Name of the route template. */
    String template();

    /** Everything that both HTTP transports have: the pages of a list. */
    record Http(
            Setting url,
            Map<String, Setting> headers,
            Duration every,
            Duration timeout,
            int attempts,
            Request request,
            Response response) {
        public Http {
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        }

        /** The same with values in place of {@code ${NAME}} in its requests. @throws SourceException when one is not set */
        public Http resolved(Function<String, Optional<String>> settings) {
            return new Http(url, headers, every, timeout, attempts, request.resolved(settings), response);
        }
    }

    /** Pages of a list in the stream's format. */
    record HttpPages(Http http) implements Transport {
        @Override
        public Duration every() {
            return http.every();
        }

        @Override
        public String template() {
            return "http-pages";
        }
    }

    /**
     * Pages of a JSON list, and one request for each package that it names.
     *
     * @param rows the rows in the list's answer
     * @param id the package's id in its row
     * @param path where one package is, {@code {id}} standing for its id
     * @param when only for rows for which it holds a package is fetched
     */
    record HttpPackages(Http http, TreePath rows, TreePath id, String path, Optional<TreePath> when)
            implements Transport {
        @Override
        public Duration every() {
            return http.every();
        }

        @Override
        public String template() {
            return "http-packages";
        }
    }

    /** Files of a folder, never deleted. @param files glob of their names */
    record Folder(Setting path, String files, Duration every) implements Transport {
        @Override
        public String template() {
            return "folder";
        }
    }

    /**
     * Rows of a query over JDBC, in a read-only transaction.
     *
     * @param rows of one page
     * @param mostRows an answer with more fails
     * @param timeout of the query
     * @param since its parameter stands as {@code :name} in the query; a {@code format} says that it is a time
     */
    record Sql(
            Setting url,
            Setting user,
            Setting password,
            SqlText query,
            int rows,
            int mostRows,
            Duration every,
            Duration timeout,
            Optional<Since> since)
            implements Transport {
        @Override
        public String template() {
            return "sql";
        }
    }

    /** Documents that the source sends by itself, each in one request to {@code /ingest/<source>}. */
    record Push() implements Transport {
        @Override
        public Duration every() {
            return Duration.ZERO;
        }

        @Override
        public String template() {
            return "push";
        }
    }

    /**
     * One request for a page. Texts may refer to what is set from outside.
     *
     * @param path {@code {name}} in it takes the parameter of that name, which then stands nowhere else
     * @param parameters query of GET, JSON body of POST: String, Long or Boolean
     * @param vary further parameters, one pass over all pages for each
     */
    record Request(
            boolean post,
            String path,
            Map<String, Object> parameters,
            List<Map<String, Object>> vary,
            Optional<Paging> paging,
            Optional<Since> since) {
        public Request {
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
            vary = List.copyOf(vary);
        }

        /**
         * The same request with values in place of {@code ${NAME}}; those of the path are encoded, so that none becomes two segments.
         *
         * @throws SourceException naming a parameter that is not set, never a value
         */
        public Request resolved(Function<String, Optional<String>> settings) {
            return new Request(
                    post,
                    new Setting(path).resolve(name -> settings.apply(name).map(Request::encoded)),
                    resolved(parameters, settings),
                    vary.stream().map(v -> resolved(v, settings)).toList(),
                    paging,
                    since.map(s -> s.resolved(settings)));
        }

        private static Map<String, Object> resolved(
                Map<String, Object> values, Function<String, Optional<String>> settings) {
            Map<String, Object> resolved = new TreeMap<>(values);
            resolved.replaceAll(
                    (name, value) -> value instanceof String text ? new Setting(text).resolve(settings) : value);
            return resolved;
        }

        /** A text as a piece of a path or a query. */
        public static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** How the next page is asked for. */
    sealed interface Paging {
        /** Parameter that takes the number of rows; empty = none does. */
        Optional<String> size();

        int rows();

        record ByNumber(String parameter, int first, Optional<String> size, int rows) implements Paging {}

        record ByOffset(String parameter, Optional<String> size, int rows) implements Paging {}

        record ByNext(String parameter, TreePath next, Optional<String> size, int rows) implements Paging {}
    }

    /**
     * From where on a pull reads. What was read last is read again (lookback, inclusive): the same twice does nothing.
     *
     * @param path a growing number or time in each row; empty = the greatest version of the mapped records
     * @param format pattern of the time; null = a number
     * @param start value of the first pull; empty = the parameter is left out
     * @param until parameter that takes the end of the window; empty = none
     * @param window length of one request's stretch of time, one pass over all pages for each; empty = all at once
     */
    record Since(
            String parameter,
            Optional<TreePath> path,
            @Nullable String format,
            Optional<String> start,
            Duration lookback,
            Optional<String> until,
            Optional<Duration> window) {

        private Since resolved(Function<String, Optional<String>> settings) {
            return new Since(
                    parameter, path, format, start.map(s -> new Setting(s).resolve(settings)), lookback, until, window);
        }
    }

    /**
     * What an answer says of itself.
     *
     * @param ok values of {@code status} that mean success
     * @param refused values of {@code status}, or beginnings of an answer in words, that mean that our credentials are not taken
     * @param rest whether {@code total} counts the rows from this page on rather than all
     */
    record Response(
            Optional<TreePath> status, List<String> ok, List<String> refused, Optional<TreePath> total, boolean rest) {
        public Response {
            ok = List.copyOf(ok);
            refused = List.copyOf(refused);
        }
    }
}
