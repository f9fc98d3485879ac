// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.neo4j;

import java.io.IOException;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;

/**
 * Starts a persistent Neo4j and keeps it until standard input ends.
 *
 * <p>Arguments: {@code HOME PORT PAGE_CACHE_BYTES}. The password of user {@code neo4j} comes in the environment variable
 * {@value #PASSWORD}. When the server answers, one line {@code ready bolt://127.0.0.1:PORT} goes to standard output.
 * Whoever started this program holds the other end of its standard input: when he closes it or dies, the store is shut
 * down in order and the program ends with 0. A failure to start ends it with 1 and one line on standard error.
 */
public final class Neo4jServer {
    static final String PASSWORD = "IOC_STORE_PASSWORD";

    private Neo4jServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 3) {
            fail("arguments: HOME PORT PAGE_CACHE_BYTES");
        }
        Lifeline lifeline = Lifeline.hold();
        String password = System.getenv(PASSWORD);
        if (password == null || password.isBlank()) {
            fail("environment variable " + PASSWORD + " is missing");
            return;
        }
        Path home = Path.of(arguments[0]).toAbsolutePath();
        int port = Integer.parseInt(arguments[1]);
        DatabaseManagementService server;
        try {
            server = start(home, port, Long.parseLong(arguments[2]), password);
        } catch (IOException | RuntimeException | LinkageError failure) {
            fail("Neo4j did not start: " + rootCause(failure));
            return;
        }
        System.out.println("ready bolt://127.0.0.1:" + port);
        System.out.flush();
        lifeline.await();
        server.shutdown();
        System.exit(0);
    }

    private static DatabaseManagementService start(Path home, int port, long pageCacheBytes, String password)
            throws IOException {
        FirstStart first = new FirstStart(home);
        first.begin();
        ServerPassword credentials = new ServerPassword(home, password);
        credentials.setBeforeFirstStart();
        DatabaseManagementService server =
                ServerSettings.builder(home, port, pageCacheBytes).build();
        try {
            credentials.ensure(server.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME));
            if (!server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME).isAvailable(30_000)) {
                throw new IllegalStateException("its database is not available; see its debug.log");
            }
            first.end();
            return server;
        } catch (IOException | RuntimeException failure) {
            server.shutdown();
            throw failure;
        }
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
