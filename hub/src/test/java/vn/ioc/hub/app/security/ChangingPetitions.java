// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.ioc.hub.ingest.PetitionWriter;
import vn.ioc.integrations.change.Change;

/** Petitions come, change, are solved, restricted, deleted and come back, many in a transaction, while somebody reads. */
final class ChangingPetitions {
    /** Petitions that come and go. */
    private static final int CODES = 60;

    private final PetitionWriter petitions;
    private final Random chance;
    private final Semaphore pages;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final CompletableFuture<Void> writing;

    /** @param pages written at once; further ones as they are let */
    ChangingPetitions(PetitionWriter petitions, long seed, int pages) {
        this.petitions = petitions;
        this.chance = new Random(seed);
        this.pages = new Semaphore(pages);
        // A thread of its own: one that waits in the common pool, which may have no other, would starve the HTTP
        // client.
        this.writing = CompletableFuture.runAsync(this::write, Thread::startVirtualThread);
    }

    void onePageMore() {
        pages.release();
    }

    private void write() {
        for (int i = 0; !enough.get(); i++) {
            pages.acquireUninterruptibly();
            Map<String, Change> page = new TreeMap<>();
            for (int n = chance.nextInt(CODES / 3, CODES); n >= 0; n--) {
                String code = "C" + chance.nextInt(CODES);
                String subject = "n" + i + "." + n;
                page.put(
                        code,
                        switch (chance.nextInt(6)) {
                            case 0 -> petitions.deleted(code);
                            case 1 -> petitions.petition(code, subject, "SOLVED", "INTERNAL");
                            case 2 -> petitions.petition(code, subject, "OPEN", "RESTRICTED");
                            default -> petitions.petition(code, subject, "OPEN", "INTERNAL");
                        });
            }
            petitions.write(page.values().toArray(Change[]::new));
        }
    }

    /** Writes one last petition, after which nothing comes; fails as the writing did. */
    void end(String code) throws Exception {
        stop();
        writing.get(60, TimeUnit.SECONDS);
        petitions.put(code, "the end", "OPEN", "INTERNAL");
    }

    void stop() {
        enough.set(true);
        pages.release();
    }
}
