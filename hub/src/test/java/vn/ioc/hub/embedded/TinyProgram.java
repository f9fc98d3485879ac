// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real program of a few lines for {@link ChildProcessIT}: {@code serve}, {@code die}, {@code dumb} or {@code deaf}. */
public final class TinyProgram {
    private TinyProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "serve" -> {
                Files.writeString(
                        Path.of("environment"),
                        String.join("\n", System.getenv().keySet()));
                System.out.println("warming up");
                System.out.println("ready tiny://" + ProcessHandle.current().pid());
                System.in.read();
            }
            case "die" -> {
                System.out.println("no room for me");
                System.exit(3);
            }
            case "flicker" -> {
                System.out.println("ready tiny://");
                System.exit(4);
            }
            case "dumb" -> System.in.read();
            case "deaf" -> {
                System.out.println("ready tiny://");
                Thread.sleep(60_000);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
