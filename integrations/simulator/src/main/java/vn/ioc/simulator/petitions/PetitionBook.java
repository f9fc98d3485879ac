// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.petitions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Prose;

/**
 * The petitions of the article: 37 proposals of which 36 are solved, and 23 comments, all received by April 2023; two
 * of excluded kinds besides. Each further unit of scale adds as many again, received after April 2023.
 */
final class PetitionBook {
    static final int BATCH = 62;
    static final long FIRST_ID = 1001;
    private static final int FOREST_LAND = 20;
    private static final LocalDate OPENED = LocalDate.of(2021, 12, 16);
    private static final LocalDate LAST = LocalDate.of(2023, 4, 26);

    private final District district;
    private final PetitionWriter writer;
    private final List<Prose> proposals;
    private final List<Prose> comments = Prose.read("petitions/comments.txt");
    private final List<Prose> excluded = Prose.read("petitions/excluded.txt");
    private final Prose forestLand;

    PetitionBook(District district, AnswerWriter answers) {
        this.district = district;
        this.writer = new PetitionWriter(district, answers);
        List<Prose> all = Prose.read("petitions/proposals.txt");
        this.forestLand = all.getFirst();
        this.proposals = all.subList(1, all.size());
    }

    /** By id, which is also the order of reception. */
    List<Petition> write() {
        List<Petition> petitions = new ArrayList<>();
        for (int batch = 0; batch < district.setting().scale(); batch++) {
            petitions.addAll(batch(batch));
        }
        LocalDate today = district.setting().today();
        petitions.removeIf(p -> p.received().toLocalDate().isAfter(today));
        return petitions;
    }

    /** One that arrives now. */
    Petition arrive(long id, LocalDateTime now) {
        Dice dice = district.setting().dice("arriving petition", id);
        return writer.write(
                Kind.PROPOSAL, dice.pick(proposals), id, (int) (id - FIRST_ID), now, PetitionWriter.Fate.OPEN);
    }

    private List<Petition> batch(int batch) {
        Dice dice = district.setting().dice("petition batch", batch);
        List<LocalDateTime> moments = moments(batch, dice);
        List<Kind> kinds = kinds(batch, dice);
        int[] used = new int[Kind.values().length];
        List<List<Prose>> orders = List.of(dice.shuffled(proposals), dice.shuffled(comments), dice.shuffled(excluded));
        List<Petition> petitions = new ArrayList<>();
        int last = kinds.lastIndexOf(Kind.PROPOSAL);
        for (int slot = 0; slot < BATCH; slot++) {
            int index = batch * BATCH + slot;
            if (index == FOREST_LAND) {
                petitions.add(writer.forestLand(FIRST_ID + index, index, forestLand));
                continue;
            }
            Kind kind = kinds.get(slot);
            List<Prose> order = orders.get(kind.ordinal());
            int turn = used[kind.ordinal()]++;
            Prose prose = order.get(turn % order.size());
            PetitionWriter.Fate fate = slot == last ? PetitionWriter.Fate.OPEN : fate(kind, turn);
            petitions.add(writer.write(kind, prose, FIRST_ID + index, index, moments.get(slot), fate));
        }
        return petitions;
    }

    private static PetitionWriter.Fate fate(Kind kind, int turn) {
        return switch (kind) {
            case PROPOSAL -> {
                if (turn == 5) {
                    yield PetitionWriter.Fate.ANSWERED_BEFORE_ASKED;
                }
                yield turn % 2 == 0 ? PetitionWriter.Fate.ANSWERED_BY_DOCUMENT : PetitionWriter.Fate.ANSWERED;
            }
            case COMMENT ->
                turn == 3 || turn == 12
                        ? PetitionWriter.Fate.ANSWERED_BY_DOCUMENT
                        : turn % 3 == 0 ? PetitionWriter.Fate.ANSWERED : PetitionWriter.Fate.CLOSED_WITHOUT_WORDS;
            case EXCLUDED -> PetitionWriter.Fate.OPEN;
        };
    }

    private List<LocalDateTime> moments(int batch, Dice dice) {
        LocalDate forestLandAsked = LocalDate.of(2022, 5, 13);
        List<LocalDateTime> moments = new ArrayList<>();
        for (int slot = 0; slot < BATCH; slot++) {
            LocalDate day;
            if (batch > 0) {
                day = dice.day(LAST.plusDays(5), district.setting().today());
            } else if (slot < FOREST_LAND) {
                day = dice.day(OPENED, forestLandAsked.minusDays(1));
            } else {
                day = dice.day(forestLandAsked.plusDays(1), LAST);
            }
            LocalDateTime moment = day.atTime(dice.between(5, 21), dice.between(0, 59), dice.between(0, 59));
            moments.add(slot == FOREST_LAND && batch == 0 ? forestLandAsked.atTime(8, 15) : moment);
        }
        Collections.sort(moments);
        return moments;
    }

    private static List<Kind> kinds(int batch, Dice dice) {
        List<Kind> kinds = new ArrayList<>();
        kinds.addAll(Collections.nCopies(batch == 0 ? 36 : 37, Kind.PROPOSAL));
        kinds.addAll(Collections.nCopies(23, Kind.COMMENT));
        kinds.addAll(Collections.nCopies(2, Kind.EXCLUDED));
        List<Kind> shuffled = dice.shuffled(kinds);
        if (batch == 0) {
            shuffled.add(FOREST_LAND, Kind.PROPOSAL);
        }
        return shuffled;
    }
}
