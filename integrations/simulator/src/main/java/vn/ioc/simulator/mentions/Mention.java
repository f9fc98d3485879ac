// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.mentions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Person;

/**
 * One article or post as the crawler holds it. Times are milliseconds since 1970, UTC.
 *
 * @param type 1 web news, 2 social post, 3 print
 * @param updated when the crawler last saw a change of it: the cursor
 * @param version 1 and one more for each change of its text
 * @param group the cluster of near-duplicates; null outside of any
 * @param master the first of the cluster; null for the first itself
 * @param similar how many others the first of a cluster has
 * @param removed taken down where it stood; its text is gone
 */
record Mention(
        String id,
        int type,
        Site site,
        String title,
        String summary,
        String content,
        List<Integer> topics,
        int sentiment,
        long published,
        long created,
        long updated,
        int version,
        @Nullable String group,
        @Nullable String master,
        int similar,
        boolean removed,
        int spam,
        Person author,
        List<Integer> counts) {

    /** Where it stands. */
    record Site(int id, String domain) {}

    Mention edited(String nextContent, long at) {
        return new Mention(
                id,
                type,
                site,
                title,
                summary,
                nextContent,
                topics,
                sentiment,
                published,
                created,
                at,
                version + 1,
                group,
                master,
                similar,
                removed,
                spam,
                author,
                counts);
    }

    Mention removed(long at) {
        return new Mention(
                id, type, site, "", "", "", topics, sentiment, published, created, at, version, group, master, similar,
                true, spam, author, counts);
    }

    Mention withSimilar(int others) {
        return new Mention(
                id, type, site, title, summary, content, topics, sentiment, published, created, updated, version, group,
                master, others, removed, spam, author, counts);
    }
}
