// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.mentions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.DistrictClock;
import vn.ioc.simulator.district.Organizations;
import vn.ioc.simulator.district.Person;
import vn.ioc.simulator.district.Place;
import vn.ioc.simulator.district.Prose;
import vn.ioc.simulator.district.Resource;

/** About 300 mentions for each unit of scale, from December 2021 to today, with clusters, edits and removals. */
final class MentionBook {
    private static final int A_UNIT = 300;
    private static final LocalDate FIRST = LocalDate.of(2021, 12, 15);
    private static final List<Mention.Site> NEWS = List.of(
            new Mention.Site(77, "bao.vidu.invalid"),
            new Mention.Site(78, "tinmiennui.vidu.invalid"),
            new Mention.Site(79, "daidoan.vidu.invalid"));
    private static final Mention.Site SOCIAL = new Mention.Site(201, "mxh.vidu.invalid");
    private static final Mention.Site PRINT = new Mention.Site(301, "baoin.vidu.invalid");

    private final District district;
    private final List<Prose> blocks = Prose.read("mentions/mentions.txt");
    private final Map<String, Integer> topicOfBody = new LinkedHashMap<>();

    MentionBook(District district) {
        this.district = district;
        for (Map<String, String> row : Resource.table("mentions/topics.csv")) {
            int id = Integer.parseInt(Resource.cell(row, "id"));
            if (id >= 100) {
                topicOfBody.put(Resource.cell(row, "organization_code"), id);
            }
        }
    }

    List<Mention> write() {
        List<Mention> mentions = new ArrayList<>();
        int goal = A_UNIT * district.setting().scale();
        for (int story = 0; mentions.size() < goal; story++) {
            mentions.addAll(story(story));
        }
        return mentions;
    }

    /** One that is published and found now. */
    Mention appear(long number, LocalDateTime now) {
        Dice dice = district.setting().dice("appearing mention", number);
        List<Prose> undated = blocks.stream()
                .filter(b -> !b.has("only_day") && !b.has("from_day"))
                .toList();
        Prose prose = dice.pick(undated);
        Place place = district.places().pick(dice, now.toLocalDate());
        return mention("x-" + number, new Telling(prose, place, dice, "title"), now, null, null);
    }

    private List<Mention> story(int number) {
        Dice dice = district.setting().dice("story", number);
        Prose prose = blocks.get(number % blocks.size());
        LocalDate today = district.setting().today();
        LocalDate day = prose.has("only_day")
                ? LocalDate.parse(prose.texts().get("only_day"))
                : dice.day(prose.has("from_day") ? LocalDate.parse(prose.texts().get("from_day")) : FIRST, today);
        if (day.isAfter(today)) {
            return List.of();
        }
        LocalDateTime at = day.atTime(dice.between(5, 21), dice.between(0, 59), dice.between(0, 59));
        boolean cluster = prose.has("alt") && dice.percent(35);
        String id = (prose.head().getFirst().equals("post") ? "f-" : "n-") + (10_000 + number * 4);
        Place place = district.places().pick(dice, day);
        Mention first = mention(id, telling(prose, place, number, "title"), at, cluster ? "g" + number : null, null);
        List<Mention> story = new ArrayList<>();
        int others = cluster ? dice.between(1, 3) : 0;
        story.add(changed(first.withSimilar(others), dice));
        for (int i = 1; i <= others; i++) {
            String copy = "n-" + (10_000 + number * 4 + i);
            LocalDateTime later = at.plusMinutes(dice.between(20, 900));
            story.add(mention(copy, telling(prose, place, number, "alt"), later, "g" + number, id));
        }
        return story;
    }

    /** One story told once: each telling throws the same numbers, so that near-duplicates agree. */
    private record Telling(Prose prose, Place place, Dice dice, String titled) {}

    private Telling telling(Prose prose, Place place, int story, String titled) {
        return new Telling(prose, place, district.setting().dice("story words", story), titled);
    }

    private Mention mention(
            String id, Telling telling, LocalDateTime at, @Nullable String group, @Nullable String master) {
        Dice own = district.setting().dice("mention " + id, 0);
        Prose prose = telling.prose();
        Place place = telling.place();
        String kind = prose.head().getFirst();
        Map<String, String> words =
                Map.of("village", place.village().name(), "commune", place.communeName(), "place", place.inText());
        String body = prose.fill("content", words, telling.dice());
        long published = millis(at);
        long created = published + own.between(2, 120) * 60_000L;
        boolean post = kind.equals("post");
        return new Mention(
                id,
                post ? 2 : kind.equals("print") ? 3 : 1,
                post ? SOCIAL : kind.equals("print") ? PRINT : own.pick(NEWS),
                prose.has(telling.titled()) ? prose.fill(telling.titled(), words, telling.dice()) : "",
                prose.has("summary") ? prose.fill("summary", words, telling.dice()) : "",
                post || own.percent(80) ? body : "",
                topics(prose, place, at.toLocalDate()),
                Integer.parseInt(prose.head().get(1)),
                published,
                created,
                created,
                1,
                group,
                master,
                0,
                false,
                own.percent(3) ? 2 : 0,
                Person.pick(own),
                List.of(own.between(0, 400), own.between(0, 60), own.between(0, 90), own.between(0, 9000)));
    }

    /** One in nine was edited later, one in thirty taken down. */
    private static Mention changed(Mention mention, Dice dice) {
        int thrown = dice.between(1, 90);
        long later = mention.created() + dice.between(1, 72) * 3_600_000L;
        if (thrown <= 3) {
            return mention.removed(later);
        }
        if (thrown <= 13) {
            return mention.edited(mention.content() + " (Bài viết đã được cập nhật.)", later);
        }
        return mention;
    }

    private List<Integer> topics(Prose prose, Place place, LocalDate day) {
        List<Integer> topics = new ArrayList<>();
        topics.add(Integer.parseInt(prose.head().get(2)));
        Integer own = topicOfBody.get(place.commune().code());
        boolean named = prose.texts().values().stream().anyMatch(t -> t.contains("{commune}") || t.contains("{place}"));
        if (own != null && named) {
            topics.add(own);
        }
        if (topics.getFirst() == 31 && day.isBefore(Organizations.WITHOUT_DISTRICTS)) {
            topics.add(44);
        }
        return List.copyOf(topics);
    }

    static long millis(LocalDateTime at) {
        return at.atZone(DistrictClock.ZONE).toInstant().toEpochMilli();
    }
}
