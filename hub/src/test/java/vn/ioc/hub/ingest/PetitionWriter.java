// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import vn.ioc.integrations.change.Change;
import vn.ioc.schema.RecordModel;

/** Writes petitions through the writing side into an empty graph, for tests of what follows it. */
public final class PetitionWriter {
    private final Hub hub = Hub.empty();
    private int version;

    public static RecordModel model() {
        return Hub.MODEL;
    }

    public Outbox outbox() {
        return hub.outbox;
    }

    public void put(String code, String subject, String status, String audience) {
        hub.take(Hub.petition(code)
                .audience(audience)
                .version(++version)
                .value("subject", subject)
                .value("status", status)
                .build());
    }

    public void delete(String code) {
        Change gone = Hub.petition(code).version(++version).gone();
        hub.take(gone);
    }
}
