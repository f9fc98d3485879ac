// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a source answered. @param headers by lower-case name */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    public Answer {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = lower;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
