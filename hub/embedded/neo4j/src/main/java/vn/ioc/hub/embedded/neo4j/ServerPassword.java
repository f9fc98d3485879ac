// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.neo4j;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.commandline.admin.security.SetInitialPasswordCommand;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.security.CommunitySecurityLog;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.impl.security.User;
import org.neo4j.server.security.SecureHasher;
import org.neo4j.server.security.systemgraph.SecurityGraphHelper;
import picocli.CommandLine;

/**
 * Makes the given password the one of user {@code neo4j}.
 *
 * <p>On a new home it is in place before the first connection can be made, so Neo4j's well-known initial password is
 * never accepted by a listening server. On an existing home it is set anew when it is another.
 */
final class ServerPassword {
    private final Path home;
    private final String password;

    ServerPassword(Path home, String password) {
        this.home = home;
        this.password = password;
    }

    /** What {@code neo4j-admin dbms set-initial-password} does, in this process: no command line shows the password. */
    void setBeforeFirstStart() {
        if (Files.exists(home.resolve("data/databases/system"))) {
            return;
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        ExecutionContext context =
                new ExecutionContext(home, home.resolve("conf"), nowhere, nowhere, new DefaultFileSystemAbstraction());
        int code = new CommandLine(new SetInitialPasswordCommand(context)).execute(password);
        if (code != 0) {
            throw new IllegalStateException("the initial password could not be set");
        }
    }

    /** Cypher is asked to change it only: its first statement costs a start a second. */
    void ensure(GraphDatabaseService system) {
        if (!isSet(system)) {
            system.executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        }
    }

    private boolean isSet(GraphDatabaseService system) {
        User user = new SecurityGraphHelper(() -> system, new SecureHasher(), CommunitySecurityLog.NULL_LOG)
                .getUserByName("neo4j");
        return user != null
                && !user.passwordChangeRequired()
                && user.credential().value().matchesPassword(password.getBytes(StandardCharsets.UTF_8));
    }
}
