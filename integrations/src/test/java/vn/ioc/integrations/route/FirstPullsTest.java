// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.source.SourceManifest;

/** The order in which the sources of the repository are first pulled. */
final class FirstPullsTest {
    private static final Collection<SourceManifest> SOURCES = Sources.catalog().sources();
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @Test
    void referenceSourcesComeFirstAndThenTheOnesThatArePulledMostOften() throws Exception {
        begin(source -> begun.add(source.name()), Duration.ofMinutes(1)).get(10, TimeUnit.SECONDS);

        assertThat(begun).hasSameSizeAs(SOURCES).startsWith("areas", "registry");
        assertThat(begun.subList(2, 4)).containsExactlyInAnyOrder("qoffice", "smart-btm");
        assertThat(begun.get(4)).isEqualTo("cameras");
        assertThat(begun.subList(begun.size() - 4, begun.size()))
                .containsExactlyInAnyOrder("education", "health", "igate", "portal");
    }

    @Test
    void referenceSourcesThatWereBegunBeforeAreNotBegunAgain() throws Exception {
        FirstPulls firstPulls = firstPulls(source -> begun.add(source.name()), Duration.ofMinutes(1));
        firstPulls.references().get(10, TimeUnit.SECONDS);
        assertThat(begun).containsExactly("areas", "registry");

        firstPulls.begin().get(10, TimeUnit.SECONDS);

        assertThat(begun).hasSameSizeAs(SOURCES).startsWith("areas", "registry");
    }

    @Test
    void aSourceThatDoesNotAnswerHoldsUpOthersForItsHeadStartOnly() throws Exception {
        CountDownLatch othersDone = new CountDownLatch(SOURCES.size() - 1);
        CompletableFuture<Void> all = begin(
                source -> {
                    if (source.name().equals("qoffice")) {
                        await(othersDone);
                    }
                    begun.add(source.name());
                    othersDone.countDown();
                },
                Duration.ofMillis(20));

        all.get(10, TimeUnit.SECONDS);

        assertThat(begun).endsWith("qoffice");
    }

    private static CompletableFuture<Void> begin(Consumer<SourceManifest> pull, Duration headStart) {
        return firstPulls(pull, headStart).begin();
    }

    private static FirstPulls firstPulls(Consumer<SourceManifest> pull, Duration headStart) {
        return new FirstPulls(SOURCES, pull, Executors.newVirtualThreadPerTaskExecutor(), headStart);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
