// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import vn.ioc.integrations.pull.Database;
import vn.ioc.integrations.source.Setting;
import vn.ioc.integrations.source.SourceException;
import vn.ioc.integrations.source.Transport;

/** Where a stream is read, with what is set from outside in its place. Holds credentials: never to be logged. */
sealed interface Address {
    /** @param http with its settings resolved */
    record Http(URI url, Map<String, String> headers, Transport.Http http) implements Address {
        public Http {
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        }

        @Override
        public String toString() {
            return "an address over HTTP";
        }
    }

    record Folder(Path path) implements Address {}

    record Sql(Database database) implements Address {}

    /** What is pushed has no address: it comes by itself. */
    record Pushed() implements Address {}

    /**
     * @param folder of the source, from which relative paths go
     * @throws SourceException naming what is not set, never a value
     */
    static Address of(Transport transport, Path folder, Function<String, Optional<String>> settings) {
        return switch (transport) {
            case Transport.HttpPages pages -> http(pages.http(), settings);
            case Transport.HttpPackages packages -> http(packages.http(), settings);
            case Transport.Folder files ->
                new Folder(
                        folder.resolve(Path.of(files.path().resolve(settings))).normalize());
            case Transport.Sql sql ->
                new Sql(new Database(
                        allowed(
                                sql.url(),
                                settings,
                                "jdbc:postgresql://[A-Za-z0-9.-]{1,250}(:[0-9]{1,5})?/[A-Za-z0-9_-]{1,63}(\\?sslmode=[a-z-]{1,20})?",
                                "jdbc:postgresql://host:port/database"),
                        sql.user().resolve(settings),
                        sql.password().resolve(settings)));
            case Transport.Push push -> new Pushed();
        };
    }

    private static Http http(Transport.Http http, Function<String, Optional<String>> settings) {
        String url = allowed(
                http.url(),
                settings,
                "https?://[A-Za-z0-9.-]{1,250}(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?",
                "http(s)://host:port/path");
        Map<String, String> headers = new TreeMap<>();
        http.headers().forEach((name, value) -> headers.put(name, value.resolve(settings)));
        return new Http(URI.create(url), headers, http.resolved(settings));
    }

    private static String allowed(
            Setting setting, Function<String, Optional<String>> settings, String pattern, String form) {
        String address = setting.resolve(settings);
        if (!address.matches(pattern)) {
            throw new SourceException(
                    SourceException.Reason.UNCONFIGURED, List.of("the address is not of the form " + form));
        }
        return address;
    }
}
