// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.wire.LedgerEntry;

/** Puts all packages in order of their moments, and says what is true of each. */
final class Shelf {
    private Shelf() {}

    static List<Parcel> fill(District district, List<Document> documents) {
        List<Parcel> parcels = new ArrayList<>();
        documents.forEach(document -> parcels.add(Parcel.of(document)));
        new StatusBook(district).write(documents).forEach(report -> parcels.add(Parcel.of(report)));
        parcels.addAll(new Contraband(district).write());
        parcels.sort(Comparator.comparing(Parcel::at).thenComparing(Parcel::id));
        return parcels;
    }

    static LedgerEntry entry(Parcel.Letter letter, long sequence) {
        Document document = letter.document();
        Map<String, String> facts = new TreeMap<>();
        facts.put("package", letter.id());
        facts.put("sequence", Long.toString(sequence));
        Secret secret = document.secret();
        if (secret != null) {
            facts.put("canary", secret.canary());
            facts.put("mark", secret.mark().name());
            return new LedgerEntry(letter.id(), document.sent().toString(), LedgerEntry.State.REFUSED, facts);
        }
        facts.put("from", document.fromCode());
        facts.put("to", document.to().stream().map(Organization::code).collect(Collectors.joining(" ")));
        facts.put("shape", document.look().shape().name());
        facts.put("signed", Boolean.toString(document.look().signed()));
        facts.put("electronic", Boolean.toString(!document.look().paper()));
        if (document.responseTo() != null) {
            facts.put("responseTo", document.responseTo());
        }
        if (document.due() != null) {
            facts.put("due", document.due().toString());
        }
        switch (document.business()) {
            case Business.New ignored -> {}
            case Business.Update ignored -> facts.put("updated", "true");
            case Business.Replace replace -> facts.put("replaces", replace.documentId());
            case Business.Revoke revoke -> facts.put("revokes", revoke.documentId());
        }
        return new LedgerEntry(document.id(), document.sent().toString(), LedgerEntry.State.LIVE, facts);
    }

    static LedgerEntry entry(Parcel.Damaged damaged) {
        Map<String, String> facts =
                new LinkedHashMap<>(Map.of("reason", damaged.how().name()));
        Secret secret = damaged.document().secret();
        if (secret != null) {
            facts.put("canary", secret.canary());
        }
        return new LedgerEntry(damaged.id(), damaged.at().toString(), LedgerEntry.State.BROKEN, facts);
    }

    static LedgerEntry entry(Parcel.Gone gone) {
        return new LedgerEntry(
                gone.documentId(), gone.at().toString(), LedgerEntry.State.DELETED, Map.of("package", gone.id()));
    }
}
