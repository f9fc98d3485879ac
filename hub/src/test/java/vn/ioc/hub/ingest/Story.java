// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import static vn.ioc.hub.ingest.Hub.change;
import static vn.ioc.hub.ingest.Hub.document;
import static vn.ioc.hub.ingest.Hub.organization;
import static vn.ioc.hub.ingest.Hub.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ioc.hub.territory.BacTraMy;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.integrations.change.PlaceClue;

/**
 * A small district's worth of changes in which everything depends on something else: several versions and sources,
 * deletions, early links, parts, places by code, name, point and through the issuer.
 */
final class Story {
    private Story() {}

    static List<Change> changes() {
        List<Change> all = new ArrayList<>(Hub.areas());
        all.add(organization("o1").code("20926").build());
        all.add(organization("o1")
                .version(2)
                .observedAt("2026-06-02T00:00:00Z")
                .code("20929")
                .value("shortName", "o")
                .build());
        all.add(organization("o2")
                .clue(new PlaceClue.ByName("UBND xã Trà Tân", "515"))
                .link("parent", "Organization:o1")
                .build());
        all.add(organization("o3").code("pre-2025-07/515").build());
        all.add(organization("o3").version(2).observedAt("2026-06-03T00:00:00Z").gone());
        all.add(document("d1")
                .link("issuer", "Organization:o1")
                .link("recipients", "Organization:o2", "Organization:o9")
                .build());
        all.add(document("d1")
                .version(3)
                .observedAt("2026-06-04T00:00:00Z")
                .value("issuedOn", LocalDate.of(2025, 9, 1))
                .link("issuer", "Organization:o1")
                .link("recipients", "Organization:o3")
                .link("replaces", "Document:d2")
                .build());
        all.add(document("d2")
                .link("issuer", "Organization:o3")
                .link("respondsTo", "Document:d1", "Document:d2")
                .build());
        all.add(document("d3").link("issuer", "Organization:o2").code("20932").build());
        all.add(document("d3")
                .version(2)
                .observedAt("2026-06-05T00:00:00Z")
                .link("issuer", "Organization:o2")
                .build());
        for (int i = 1; i <= 4; i++) {
            String uid = "Petition:petitions/" + i;
            String contact = "Contact:petitions/" + i;
            all.add(petition("" + i)
                    .code("2092" + i * 3)
                    .link("handler", "Organization:o" + i)
                    .link("sender", contact)
                    .build());
            all.add(petition("" + i)
                    .version(5)
                    .observedAt("2026-06-06T00:00:00Z")
                    .value("status", "DONE")
                    .clue(new PlaceClue.ByPoint(new GeoPoint(15.5, 108.5 + i)))
                    .link("answeringDocument", "Document:d" + i)
                    .link("sender", contact)
                    .build());
            all.add(change(Hub.PETITIONS, contact)
                    .value("code", "" + i)
                    .value("account", "a" + i)
                    .link("petition", uid)
                    .build());
            all.add(change(Hub.OTHER, uid)
                    .observedAt("2026-06-0" + (i + 3) + "T00:00:00Z")
                    .audience("RESTRICTED")
                    .value("rating", (long) i)
                    .value("status", "SEEN")
                    .flag("rated")
                    .build());
        }
        all.add(petition("2").version(6).observedAt("2026-06-07T00:00:00Z").gone());
        all.add(petition("3").version(6).observedAt("2026-06-07T00:00:00Z").gone());
        all.add(change(Hub.OTHER, "Petition:petitions/3")
                .version(2)
                .observedAt("2026-06-08T00:00:00Z")
                .gone());
        all.add(petition("4")
                .version(7)
                .observedAt("2026-06-09T00:00:00Z")
                .value("receivedAt", Instant.parse("2025-08-01T00:00:00Z"))
                .value("status", "DONE")
                .code("20926")
                .link("sender")
                .build());
        all.add(petition("5").version(1).observedAt("2026-05-20T00:00:00Z").gone());
        return all;
    }

    /** Days of {@link #changes} lie before it. */
    static LocalDate today() {
        return BacTraMy.TODAY;
    }
}
