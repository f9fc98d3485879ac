// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.MemoryGraph;
import vn.ioc.integrations.Sources;

final class StreamWorkerTest {
    private final StreamWorker worker = new StreamWorker(
            Sources.catalog().find("smart-btm").orElseThrow().streams().getFirst(),
            new MemoryGraph(),
            Sources.catalog().codes(),
            TestRunner.settings(Map.of()));

    @Test
    void aScheduledPullIsLeftOutWhileAnotherIsUnderWay() {
        assertThat(worker.begin(false)).isPresent();
        assertThat(scheduledByAnotherThread()).isFalse();
        assertThat(worker.state().state()).isEqualTo(StreamState.State.PULLING);
        worker.end();
        assertThat(scheduledByAnotherThread()).isTrue();
    }

    private boolean scheduledByAnotherThread() {
        return CompletableFuture.supplyAsync(() -> worker.begin(true).isPresent())
                .join();
    }
}
