// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.source.SourceManifest;

/** The contract kit on every source folder of the repository. */
final class SourcesContractTest {
    private final ContractKit kit = new ContractKit(Sources.catalog());

    @TestFactory
    Stream<DynamicContainer> everySourceKeepsTheContract() {
        return Sources.catalog().sources().stream()
                .map(SourceManifest::name)
                .map(source -> DynamicContainer.dynamicContainer(
                        source,
                        kit.checks(source).stream()
                                .map(check -> DynamicTest.dynamicTest(
                                        check.name(),
                                        () -> assertThat(check.run().problems()).isEmpty()))));
    }
}
