// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the systems of the stand-in district are, as the built-in sources name them.
 *
 * @param address of the systems over HTTP
 * @param control of the district itself
 * @param parameters addresses and credentials by the names that manifests refer to
 */
record DistrictSystems(String address, String control, Map<String, String> parameters) {
    private static final Pattern READY =
            Pattern.compile("(?<address>\\S+) control (?<control>\\S+) database (?<database>\\S+)");

    DistrictSystems {
        parameters = new TreeMap<>(parameters);
    }

    /**
     * @param ready what the district said after {@code ready}
     * @param files where it hands over files, one folder for each system
     * @param token the one credential that all its systems take
     */
    static DistrictSystems of(String ready, Path files, String token) {
        Matcher said = READY.matcher(ready);
        if (!said.matches()) {
            throw new CommandException("the stand-in district did not say where its systems are");
        }
        String address = said.group("address");
        String database = said.group("database");
        return new DistrictSystems(
                address,
                said.group("control"),
                Map.ofEntries(
                        Map.entry("QOFFICE_URL", address + "/qoffice"),
                        Map.entry("SMART_BTM_URL", address + "/petitions"),
                        Map.entry("SMART_BTM_TOKEN", token),
                        Map.entry("REPUTA_URL", address + "/reputa"),
                        Map.entry("REPUTA_TOKEN", token),
                        Map.entry("REPUTA_ORGANIZATION", "bac-tra-my"),
                        Map.entry("PORTAL_URL", address + "/portal"),
                        Map.entry("PORTAL_SESSION", token),
                        Map.entry("IGATE_URL", address + "/igate"),
                        Map.entry("IGATE_TOKEN", token),
                        Map.entry("FIRMS_URL", address + "/firms"),
                        Map.entry("FIRMS_KEY", token),
                        Map.entry("DANGER_FOLDER", folder(files, "danger")),
                        Map.entry("CAMERAS_URL", address + "/cameras"),
                        Map.entry("CAMERAS_KEY", token),
                        Map.entry("REFORM_FOLDER", folder(files, "reform")),
                        Map.entry("HEALTH_DB_URL", database + "suckhoe"),
                        Map.entry("HEALTH_DB_USER", "ioc"),
                        Map.entry("HEALTH_DB_PASSWORD", token),
                        Map.entry("EDUCATION_DB_URL", database + "giaoduc"),
                        Map.entry("EDUCATION_DB_USER", "ioc"),
                        Map.entry("EDUCATION_DB_PASSWORD", token)));
    }

    private static String folder(Path files, String system) {
        return files.resolve(system).toAbsolutePath().toString();
    }
}
