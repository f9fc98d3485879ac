// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ioc.integrations.change.Change;
import vn.ioc.integrations.change.Outcome;
import vn.ioc.integrations.change.Rejected;

/** What came of some documents: grows while they are read, by one thread. */
public final class Batch {
    private final List<Change> changes = new ArrayList<>();
    private final List<Rejected> rejections = new ArrayList<>();
    private final Map<String, Long> unknownFields = new TreeMap<>();
    private int items;
    private int refused;
    private int excluded;

    /** Another item is mapped. */
    void item() {
        items++;
    }

    void add(Outcome outcome) {
        switch (outcome) {
            case Change change -> changes.add(change);
            case Rejected rejected -> rejections.add(rejected);
        }
    }

    /** Notes a document that could not even be decoded, or be had. */
    public void reject(Rejected rejected) {
        items++;
        rejections.add(rejected);
    }

    void refuse() {
        refused++;
    }

    void exclude() {
        excluded++;
    }

    /** Items that were mapped or rejected. */
    public int items() {
        return items;
    }

    /** In the order of the items. */
    public List<Change> changes() {
        return changes;
    }

    public List<Rejected> rejections() {
        return rejections;
    }

    /** Names that the manifest does not take, and codes that their list does not know ({@code code:list:value}). */
    public Map<String, Long> unknownFields() {
        return unknownFields;
    }

    /** Documents refused for secrecy. */
    public int refused() {
        return refused;
    }

    /** Items that the manifest routes out. */
    public int excluded() {
        return excluded;
    }

    /** Whether nothing at all came. */
    public boolean isEmpty() {
        return items + refused + excluded + changes.size() + unknownFields.size() == 0;
    }

    /** Changes and rejections, changes first. */
    public List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>(changes);
        outcomes.addAll(rejections);
        return outcomes;
    }
}
