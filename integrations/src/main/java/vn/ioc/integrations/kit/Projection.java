// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ioc.integrations.change.Change;

/** What the graph would hold after changes: of each record the newest version, whatever came first. */
final class Projection {
    private final Map<String, Change> newest = new TreeMap<>();
    private final Set<String> conflicts = new TreeSet<>();

    static Projection of(List<Change> changes) {
        Projection projection = new Projection();
        changes.forEach(projection::take);
        return projection;
    }

    void take(Change change) {
        String uid = change.key().uid();
        Change known = newest.get(uid);
        if (known == null || known.version() < change.version()) {
            newest.put(uid, change);
        } else if (known.version() == change.version() && !known.hash().equals(change.hash())) {
            conflicts.add(uid);
        }
    }

    /** Records of which one version came with several contents: which of them stays depends on the order. */
    Set<String> conflicts() {
        return conflicts;
    }

    /** uid, version and content hash of each record. */
    List<String> prints() {
        return newest.values().stream()
                .map(c -> c.key().uid() + " " + c.version() + " " + c.hash())
                .toList();
    }
}
