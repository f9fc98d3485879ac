// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts a persistent single-node Elasticsearch and keeps it until standard input ends.
 *
 * <p>Arguments: {@code HOME PORT MODULES}: the data folder, the HTTP port on the loopback address, the folder with the
 * modules to load. The password comes in the environment (see the guard). When the server answers, one line
 * {@code ready http://127.0.0.1:PORT} goes to standard output. Whoever started this program holds the other end of its
 * standard input: when he closes it or dies, the node is closed in order and the program ends with 0. A failure to
 * start ends it with 1 and one line on standard error.
 */
public final class ElasticsearchServer {
    private ElasticsearchServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 3) {
            fail("arguments: HOME PORT MODULES");
        }
        Lifeline lifeline = Lifeline.hold();
        Path home = Path.of(arguments[0]).toAbsolutePath();
        int port = Integer.parseInt(arguments[1]);
        Node node;
        try {
            node = start(home, port, Path.of(arguments[2]).toAbsolutePath());
        } catch (IOException | NodeValidationException | RuntimeException | LinkageError failure) {
            fail("Elasticsearch did not start: " + rootCause(failure));
            return;
        }
        System.out.println("ready http://127.0.0.1:" + port);
        System.out.flush();
        lifeline.await();
        stop(node);
        System.exit(0);
    }

    private static void stop(Node node) {
        try {
            node.prepareForClose();
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException failure) {
            System.err.println("Elasticsearch did not close cleanly: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Node start(Path home, int port, Path modules) throws IOException, NodeValidationException {
        Path config = Files.createDirectories(home.resolve("config"));
        Settings settings = Settings.builder()
                .put("cluster.name", "ioc-embedded")
                .put("node.name", "embedded")
                .put("path.home", home)
                .put("path.data", home.resolve("data"))
                .put("path.logs", Files.createDirectories(home.resolve("logs")))
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                // A small disk is the operator's to watch; a read-only index would look like a fault of the hub.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        LogConfigurator.configureESLogging();
        LogConfigurator.configureWithoutConfig(settings);
        return new Node(
                        new Environment(settings, config),
                        PluginsLoader.createPluginsLoader(
                                PluginsLoader.loadModulesBundles(modules, true), Set.of(), Map.of(), false))
                .start();
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
