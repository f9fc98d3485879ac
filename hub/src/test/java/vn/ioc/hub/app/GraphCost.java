// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a question costs the graph.
 *
 * @param statements that were run for it
 * @param hits database hits of their profiles; the same on any machine but for the planner's choices
 */
record GraphCost(int statements, long hits) {
    static final Path FILE =
            Path.of(System.getProperty("ioc.root"), "hub", "src", "test", "resources", "example-costs.csv");

    private static final Pattern METRIC =
            Pattern.compile("(?m)^hub_graph_(?<name>statements|hits)_total(\\{.*})? (?<value>\\S+)$");
    private static final String HEAD = "example,statements,hits\n";
    private static final double REGRESSION = 1.5;
    /** Below this nothing is dear. */
    private static final long SMALL = 200;

    /** Of all that the hub was ever asked. */
    static GraphCost soFar(RunningHub hub) throws IOException, InterruptedException {
        String metrics = hub.get("http://localhost:" + hub.managementPort() + "/actuator/prometheus")
                .body();
        Map<String, Double> values = new TreeMap<>();
        Matcher matcher = METRIC.matcher(metrics);
        while (matcher.find()) {
            values.put(matcher.group("name"), Double.valueOf(matcher.group("value")));
        }
        return new GraphCost(
                values.get("statements").intValue(), values.get("hits").longValue());
    }

    GraphCost since(GraphCost before) {
        return new GraphCost(statements - before.statements, hits - before.hits);
    }

    /** What it may cost until it is a regression. */
    long mostHits() {
        return Math.max(SMALL, Math.round(REGRESSION * hits));
    }

    /** By name of the example. */
    static Map<String, GraphCost> read() {
        try {
            return Files.readString(FILE)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            cells -> cells[0],
                            cells -> new GraphCost(Integer.parseInt(cells[1]), Long.parseLong(cells[2])),
                            (one, other) -> other,
                            TreeMap::new));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static void write(Map<String, GraphCost> costs) throws IOException {
        Files.writeString(
                FILE,
                costs.entrySet().stream()
                        .map(e -> e.getKey() + "," + e.getValue().statements + "," + e.getValue().hits + "\n")
                        .collect(Collectors.joining("", HEAD, "")));
    }
}
