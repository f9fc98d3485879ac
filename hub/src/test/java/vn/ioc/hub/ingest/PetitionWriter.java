// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.List;
import vn.ioc.integrations.change.Change;

/** Writes petitions through the writing side into an empty graph, for tests of what follows it. */
public final class PetitionWriter {
    private final Hub hub = Hub.empty();
    private int version;

    /** In one transaction. */
    public void write(Change... changes) {
        hub.take(List.of(changes));
    }

    public Change petition(String code, String subject, String status, String audience) {
        return Hub.petition(code)
                .audience(audience)
                .version(++version)
                .value("subject", subject)
                .value("status", status)
                .build();
    }

    public Change deleted(String code) {
        return Hub.petition(code).version(++version).gone();
    }

    public void put(String code, String subject, String status, String audience) {
        write(petition(code, subject, status, audience));
    }
}
