// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.app.command.Ports;

/** The hub as its users run it: the built jar in a process of its own, reached over HTTP only. */
final class RunningHub implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("ioc.root"));
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> options;
    private final Map<List<String>, String> tokens = new ConcurrentHashMap<>();
    private List<String> output = new ArrayList<>();
    private Process process;

    /** @param environment further variables of the hub's process */
    RunningHub(Path data, Map<String, String> environment, String... options) throws IOException, InterruptedException {
        this(data, environment, List.of(options));
        awaitReady();
    }

    private RunningHub(Path data, Map<String, String> environment, List<String> options) throws IOException {
        this.data = data;
        this.environment = Map.copyOf(environment);
        this.options = options;
        this.port = Ports.freePair();
        this.process = start();
    }

    /** A hub that is only beginning to start. */
    static RunningHub begin(Path data, Map<String, String> environment, String... options) throws IOException {
        return new RunningHub(data, environment, List.of(options));
    }

    private Process start() throws IOException {
        List<String> command = command("up", "--data", data.toString(), "--port", String.valueOf(port));
        command.addAll(options);
        Process started = builder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        synchronized (this) {
            output = lines;
        }
        Thread.ofVirtual().start(() -> {
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    say(lines, line);
                }
            } catch (IOException closed) {
                say(lines, "(output closed)");
            }
        });
        return started;
    }

    private synchronized void say(List<String> lines, String line) {
        lines.add(line);
        notifyAll();
    }

    private void awaitReady() throws InterruptedException {
        awaitLine("ready: ");
    }

    /** Waits until the process that was started last says something that begins so. */
    synchronized void awaitLine(String beginning) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (output.stream().noneMatch(line -> line.startsWith(beginning))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "the hub did not say '" + beginning + "':\n" + String.join("\n", output));
            }
            wait(200);
        }
    }

    /** As {@code ./ioc} has it, with the JDK that runs the tests; what lives for minutes, its stores too, is better off without C2. */
    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + ROOT.resolve("hub/jvm.options"),
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCache=" + ROOT.resolve("hub/target/run/ioc-hub.aot"),
                "-Xlog:aot*=off",
                "-Dioc.home=" + ROOT,
                "-jar",
                ROOT.resolve("hub/target/run/ioc-hub.jar").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_STATE_HOME", data.resolveSibling("state").toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs another command of the program against this hub; its output, standard error included, with the exit code first. */
    List<String> ioc(String... arguments) throws IOException, InterruptedException {
        List<String> command = command(arguments);
        command.addAll(List.of("--port", String.valueOf(port)));
        Process run = builder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
        lines.addFirst(String.valueOf(run.waitFor()));
        return lines;
    }

    /** A token as the command gives it, asked for once: a process of its own takes seconds. */
    String token(String user, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("token", user));
        arguments.addAll(List.of(more));
        String token = tokens.get(arguments);
        if (token == null) {
            token = ioc(arguments.toArray(String[]::new)).get(1);
            tokens.put(arguments, token);
        }
        return token;
    }

    /** The whole answer, errors included. */
    JsonNode ask(String token, String document, Map<String, Object> variables)
            throws IOException, InterruptedException {
        return JSON.readTree(post(token, JSON.writeValueAsString(Map.of("query", document, "variables", variables)))
                .body());
    }

    JsonNode ask(String token, String document) throws IOException, InterruptedException {
        return ask(token, document, Map.of());
    }

    HttpResponse<String> post(String token, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/graphql"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> postTo(String url, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Asks until the answer fits; fails with the last answer after the limit. */
    JsonNode await(String token, String document, Predicate<JsonNode> fits, Duration limit)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        JsonNode answer = ask(token, document);
        while (!fits.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no fitting answer within " + limit + "; the last one: " + answer);
            }
            Thread.sleep(250);
            answer = ask(token, document);
        }
        return answer;
    }

    /** kill -9, then the same command again. */
    void killAndRestart() throws IOException, InterruptedException {
        kill();
        process = start();
        awaitReady();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    String address() {
        return "http://localhost:" + port;
    }

    int managementPort() {
        return port + 1;
    }

    /** What the process that was started last has said so far. */
    synchronized List<String> output() {
        return List.copyOf(output);
    }

    Path data() {
        return data;
    }

    /** The password of the demo users in a browser, as {@code up} prints it. */
    String password() {
        return output().reversed().stream()
                .filter(line -> line.startsWith("sign in at "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    /** Address of the stand-in district's control, as {@code up} prints it. */
    String control() {
        return output().reversed().stream()
                .filter(line -> line.startsWith("district control: "))
                .findFirst()
                .orElseThrow()
                .substring("district control: ".length());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the hub did not stop within 30 s of SIGTERM");
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
