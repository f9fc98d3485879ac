// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fixture that all integration tests stand on. */
final class StoresIT {
    @BeforeEach
    void wipe() {
        Stores.wipe();
    }

    @Test
    void bothStoresAnswerWithTheirOwnCredentials() throws IOException {
        Stores.driver()
                .executableQuery("CREATE (:Probe {name: $name})")
                .withParameters(Map.of("name", "Trà Giác"))
                .execute();
        Stores.elasticsearchClient().index(index -> index.index("probe").id("1").document(Map.of("name", "Trà Giác")));

        assertThat(count()).isEqualTo(1);
        assertThat(Stores.elasticsearchClient()
                        .get(get -> get.index("probe").id("1"), Map.class)
                        .found())
                .isTrue();
    }

    @Test
    void wipingLeavesNothingButTheGraphsConstraints() throws IOException {
        Stores.driver()
                .executableQuery("CREATE CONSTRAINT probe IF NOT EXISTS FOR (n:Probe) REQUIRE n.name IS UNIQUE")
                .execute();
        Stores.driver()
                .executableQuery("UNWIND range(1, 12000) AS i CREATE (:Probe {name: i})")
                .execute();
        Stores.elasticsearchClient().indices().create(create -> create.index("probe"));

        long before = constraints();
        Stores.wipe();

        assertThat(count()).isZero();
        assertThat(Stores.elasticsearchClient()
                        .indices()
                        .exists(exists -> exists.index("probe"))
                        .value())
                .isFalse();
        assertThat(constraints()).isEqualTo(before).isPositive();
        Stores.wipeGraphSchema();
        assertThat(constraints()).isZero();
    }

    private static long count() {
        return Stores.driver()
                .executableQuery("MATCH (n) RETURN count(n) AS c")
                .execute()
                .records()
                .getFirst()
                .get("c")
                .asLong();
    }

    private static long constraints() {
        return Stores.driver()
                .executableQuery("SHOW CONSTRAINTS YIELD name")
                .execute()
                .records()
                .size();
    }
}
