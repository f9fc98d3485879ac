// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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

    @Test
    void aReadyLineWithoutDatabasesIsRefused() {
        assertThatThrownBy(() -> DistrictSystems.of("http://127.0.0.1:1 control http://127.0.0.1:2", Path.of("f"), "t"))
                .isInstanceOf(CommandException.class);
    }
}
