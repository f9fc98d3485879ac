// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Java program to run beside the hub. It prints one line {@code ready …} on its standard output when it serves, and
 * stops by itself when its standard input ends.
 *
 * @param name in messages, thread names and the name of its log, such as {@code neo4j}
 * @param jvmFlags in order, before the class path
 * @param classPath entries as the JVM takes them: jars, folders of classes, or {@code folder/*} for a folder of jars
 * @param mainClass binary name
 * @param arguments visible to every user of the machine: never a secret
 * @param environment added to a minimal environment; the place for secrets
 * @param folder working folder and home of the program's data; must exist
 * @param log its output is appended here, and turned over at 8 MiB to {@code <log>.1}
 * @param lock a file that the program locks while it runs; a start waits until nobody holds it
 * @param readyWithin how long it may take from start to its ready line
 * @param stopWithin how long it may take to end by itself before it is destroyed
 */
public record ChildProgram(
        String name,
        List<String> jvmFlags,
        List<String> classPath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment,
        Path folder,
        Path log,
        Optional<Path> lock,
        Duration readyWithin,
        Duration stopWithin) {

    public ChildProgram {
        jvmFlags = List.copyOf(jvmFlags);
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The command line, with the JDK that runs this process. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.add("-cp");
        command.add(String.join(java.io.File.pathSeparator, classPath));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "ChildProgram[" + name + "]";
    }
}
