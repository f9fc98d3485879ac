// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.mentions;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ioc.simulator.wire.Json;

/** A mention as a hit of the search API, with the author's profile that no consumer should keep. */
final class MentionWire {
    private MentionWire() {}

    static ObjectNode hit(Mention mention) {
        ObjectNode hit = Json.object();
        hit.put("id", mention.id()).put("url", "https://" + mention.site().domain() + "/" + mention.id());
        hit.put("domain", mention.site().domain())
                .put("source_id", mention.site().id());
        hit.put("published_time", mention.published()).put("created_time", mention.created());
        hit.put("last_updated_time", mention.updated());
        hit.put("title", mention.title()).put("summary", mention.summary()).put("content", mention.content());
        hit.set("image_sources", Json.array());
        hit.put("article_type", mention.type()).put("article_privacy", 0);
        hit.set("tags", Json.array());
        ArrayNode topics = Json.array();
        mention.topics().forEach(topics::add);
        hit.set("matched_topics", topics);
        hit.put("sentiment", mention.sentiment()).put("sentiment_score", score(mention));
        hit.put("spam_level", mention.spam()).put("similar", mention.similar());
        hit.put("similar_master", mention.master()).put("similar_group_id", mention.group());
        hit.put("like_count", mention.counts().get(0))
                .put("share_count", mention.counts().get(1));
        hit.put("comment_count", mention.counts().get(2))
                .put("view_count", mention.counts().get(3));
        author(hit, mention);
        hit.put("removed_by_host", mention.removed()).put("version", mention.version());
        hit.put("changed_count", mention.version() - 1).put("different_percent", mention.version() > 1 ? 12.5 : 0.0);
        return hit;
    }

    private static void author(ObjectNode hit, Mention mention) {
        hit.put("author_display_name", mention.author().name());
        hit.put(
                "author_avatar",
                "https://" + mention.site().domain() + "/anh/"
                        + mention.author().account() + ".jpg");
        hit.put("author_year_of_birth", 1960 + mention.author().account().hashCode() % 23 + 23);
        hit.put("author_gender", mention.author().name().contains("Thị") ? "F" : "M");
    }

    private static double score(Mention mention) {
        return mention.sentiment() == 0 ? 0.1 : 0.4 + (mention.updated() / 1000 % 50) / 100.0;
    }
}
