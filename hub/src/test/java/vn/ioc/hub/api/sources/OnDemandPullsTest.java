// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

final class OnDemandPullsTest {
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final Semaphore begins = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final OnDemandPulls pulls = new OnDemandPulls(this::pull);

    private void pull(String source) {
        begun.add(source);
        begins.release();
        mayEnd.acquireUninterruptibly();
        if (source.equals("broken")) {
            throw new IllegalArgumentException("as asked");
        }
    }

    @Test
    void whoAsksDuringAPullGetsOneThatBeginsAfterItAndSharesIt() {
        CompletableFuture<Void> first = pulls.ask("petitions");
        begins.acquireUninterruptibly();
        CompletableFuture<Void> second = pulls.ask("petitions");
        CompletableFuture<Void> third = pulls.ask("petitions");

        assertThat(second).isNotSameAs(first).isSameAs(third);
        assertThat(begun).hasSize(1);
        mayEnd.release();
        begins.acquireUninterruptibly();
        assertThat(first).isCompleted();
        assertThat(pulls.sources()).containsExactly("petitions");
        mayEnd.release();
        second.join();
        assertThat(begun).hasSize(2);
        assertThat(pulls.sources()).isEmpty();
    }

    @Test
    void sourcesDoNotWaitForEachOther() {
        CompletableFuture<Void> petitions = pulls.ask("petitions");
        CompletableFuture<Void> cameras = pulls.ask("cameras");
        begins.acquireUninterruptibly(2);
        assertThat(pulls.sources()).containsExactlyInAnyOrder("petitions", "cameras");
        mayEnd.release(2);
        CompletableFuture.allOf(petitions, cameras).join();
    }

    @Test
    void whatOnePullThrewIsItsOwn() {
        CompletableFuture<Void> first = pulls.ask("broken");
        begins.acquireUninterruptibly();
        CompletableFuture<Void> second = pulls.ask("broken");
        mayEnd.release(2);
        assertThatThrownBy(first::join).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(second::join).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(begun).hasSize(2);
        assertThat(pulls.sources()).isEmpty();
    }
}
