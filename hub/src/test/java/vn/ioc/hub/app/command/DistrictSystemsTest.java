// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DistrictSystemsTest {
    @Test
    void parametersOfEverySystemComeFromTheReadyLine() {
        DistrictSystems systems = DistrictSystems.of(
                "http://127.0.0.1:9700 control http://127.0.0.1:9701 database jdbc:postgresql://127.0.0.1:9702/",
                Path.of("/files"),
                "abc");

        assertThat(systems.control()).isEqualTo("http://127.0.0.1:9701");
        assertThat(systems.parameters())
                .containsEntry("QOFFICE_URL", "http://127.0.0.1:9700/qoffice")
                .containsEntry("HEALTH_DB_URL", "jdbc:postgresql://127.0.0.1:9702/suckhoe")
                .containsEntry("EDUCATION_DB_PASSWORD", "abc")
                .containsEntry("DANGER_FOLDER", "/files/danger");
    }

    /** The folder docker/ has no test of its own: what it names at least has to be what the manifests ask for. */
    @Test
    void theContainersGetTheSameParameters() throws IOException {
        Path docker = Path.of(System.getProperty("ioc.root")).resolve("docker");
        String json = new YAMLMapper()
                .readTree(Files.readString(docker.resolve("compose.yaml")))
                .at("/services/hub/environment/SPRING_APPLICATION_JSON")
                .asString();
        Set<String> named = new TreeSet<>(
                new JsonMapper().readTree(json).at("/hub/parameters").propertyNames());
        Set<String> wanted = new TreeSet<>(DistrictSystems.of(
                        "http://127.0.0.1:1 control http://127.0.0.1:2 database jdbc:postgresql://127.0.0.1:3/",
                        Path.of("/f"),
                        "t")
                .parameters()
                .keySet());
        // Switched off until somebody has it.
        wanted.removeIf(name -> name.startsWith("IGATE_"));
        assertThat(named).isEqualTo(wanted);
    }

    @Test
    void aReadyLineWithoutDatabasesIsRefused() {
        assertThatThrownBy(() -> DistrictSystems.of("http://127.0.0.1:1 control http://127.0.0.1:2", Path.of("f"), "t"))
                .isInstanceOf(CommandException.class);
    }
}
