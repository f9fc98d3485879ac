// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ioc.hub.ingest.PetitionWriter;

/** A subscriber whose connection is cut again and again, on the real graph and its outbox. */
final class CutSubscriberIT {
    private static final int CUTS = 200;
    /** Writing goes on as reading does; a page tells more than the subscriber reads until the next one. */
    private static final int CUTS_A_PAGE = 5;

    private static final long SEED = 20_260_630;

    private final TestServer server = TestServer.shared();
    private PetitionWriter petitions;

    @BeforeEach
    void empty() {
        petitions = new PetitionWriter();
    }

    @Test
    @Timeout(180)
    void aSubscriberCutTwoHundredTimesEndsWithTheStateOfAFreshQuery() throws Exception {
        FollowingSubscriber subscriber = new FollowingSubscriber(server, LiveIT.token("integrator"));
        ChangingPetitions changes = new ChangingPetitions(petitions, SEED, CUTS_A_PAGE);
        Random chance = new Random(SEED + 1);
        try {
            for (int cut = 0; cut < CUTS; cut++) {
                subscriber.follow(server, chance.nextInt(5));
                if (cut % CUTS_A_PAGE == 0) {
                    changes.onePageMore();
                }
            }
        } finally {
            changes.stop();
        }
        changes.end("END");
        subscriber.followUntil(server, "END");
        subscriber.agreesWith(server);
    }
}
