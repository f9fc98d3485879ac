// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.mapping.TreePath;

/** How a stream is read; one route template for each. */
public sealed interface Transport {
    /** How long after a pull the next one begins. */
    Duration every();

    /** Name of the route template. */
    String template();

    /** Everything that both HTTP transports have: the pages of a list in JSON. */
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
    }

    /** Pages of a JSON list. */
    record HttpJson(Http http) implements Transport {
        @Override
        public Duration every() {
            return http.every();
        }

        @Override
        public String template() {
            return "http-json";
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
     * One request for a page.
     *
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
     * @param path a growing number in each row; empty = the greatest version of the mapped records
     * @param format pattern of the time; null = a number
     * @param start value of the first pull; empty = the parameter is left out
     * @param until parameter that takes the end of the window; empty = none
     */
    record Since(
            String parameter,
            Optional<TreePath> path,
            @Nullable String format,
            Optional<String> start,
            Duration lookback,
            Optional<String> until) {}

    /**
     * What an answer says of itself.
     *
     * @param ok values of {@code status} that mean success
     * @param rest whether {@code total} counts the rows from this page on rather than all
     */
    record Response(Optional<TreePath> status, List<String> ok, Optional<TreePath> total, boolean rest) {
        public Response {
            ok = List.copyOf(ok);
        }
    }
}
