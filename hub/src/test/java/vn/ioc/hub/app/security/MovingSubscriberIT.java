// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ioc.hub.ingest.PetitionWriter;

/** A subscriber of several instances of the hub on the same stores. */
final class MovingSubscriberIT {
    private static final int MOVES = 20;
    /** Of changes, ahead of the reading. */
    private static final int PAGES = 3;

    private static final long SEED = 20_260_701;

    private final PetitionWriter petitions = new PetitionWriter();
    private final TestServer server = TestServer.shared();

    /** The cursors are one instance's as good as another's, and a process's that is gone. */
    @Test
    @Timeout(120)
    void aSubscriberThatMovesBetweenInstancesOfWhichOneIsRestartedMissesAndRepeatsNothing() throws Exception {
        FollowingSubscriber subscriber = new FollowingSubscriber(server, LiveIT.token("integrator"));
        ChangingPetitions changes = new ChangingPetitions(petitions, SEED, PAGES);
        TestServer other = TestServer.another();
        try {
            for (int move = 0; move < MOVES; move++) {
                if (move == MOVES / 2) {
                    other = restarted(other, subscriber);
                }
                subscriber.follow(move % 2 == 0 ? other : server, 1 + move % 5);
                changes.onePageMore();
            }
            changes.end("END");
            subscriber.followUntil(other, "END");
            subscriber.agreesWith(server);
            subscriber.agreesWith(other);
        } finally {
            changes.stop();
            other.close();
        }
    }

    /** While the subscriber follows it, which the instance that stops tells to go elsewhere. */
    private static TestServer restarted(TestServer stopping, FollowingSubscriber subscriber) throws Exception {
        try (TestSocket socket = subscriber.open(stopping)) {
            subscriber.apply(socket.next("next"));
            stopping.close();
            socket.rest().forEach(subscriber::apply);
            assertThat(socket.closed.get()).as("going away").isEqualTo(1001);
        }
        return TestServer.another();
    }
}
