// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.reform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.Resource;
import vn.ioc.simulator.district.Setting;

/** Scores of all districts of Quảng Nam, 2021 to 2024; Bắc Trà My had 91.44 % and rank 1 for 2022, rank 2 for 2021. */
final class RankingBook {
    static final List<Integer> YEARS = List.of(2021, 2022, 2023, 2024);
    private static final String DISTRICT = "515";
    private static final int SCORE_2022 = 9144;
    private static final int SCORE_2021 = 8962;

    private final Setting setting;

    RankingBook(Setting setting) {
        this.setting = setting;
    }

    List<Score> write() {
        List<Score> scores = new ArrayList<>();
        for (int year : YEARS) {
            if (!Decision.of(year).day().isAfter(setting.today())) {
                scores.addAll(ranked(year(year)));
            }
        }
        return scores;
    }

    /** Best first, equal scores by code. */
    static List<Score> ranked(List<Score> scores) {
        List<Score> sorted = new ArrayList<>(scores);
        sorted.sort(Comparator.comparingInt(Score::hundredths).reversed().thenComparing(Score::unitCode));
        List<Score> ranked = new ArrayList<>();
        for (Score score : sorted) {
            ranked.add(score.ranked(ranked.size() + 1));
        }
        return ranked;
    }

    private List<Score> year(int year) {
        List<Score> scores = new ArrayList<>();
        Dice dice = setting.dice("ranking", year);
        List<String> others = Resource.table("reform/units.csv").stream()
                .map(row -> Resource.cell(row, "code"))
                .filter(code -> !code.equals(DISTRICT))
                .toList();
        String leader = dice.pick(others);
        for (Map<String, String> row : Resource.table("reform/units.csv")) {
            String code = Resource.cell(row, "code");
            if (year == 2024 && code.equals("519")) {
                continue;
            }
            int thrown = dice.between(7400, 8890);
            int score = year == 2021 && code.equals(leader) ? SCORE_2021 + 71 : thrown;
            scores.add(new Score(year, code, Resource.cell(row, "full_name"), fixed(code, year, score), 0));
        }
        return scores;
    }

    private static int fixed(String code, int year, int thrown) {
        if (!code.equals(DISTRICT)) {
            return thrown;
        }
        return switch (year) {
            case 2021 -> SCORE_2021;
            case 2022 -> SCORE_2022;
            default -> thrown;
        };
    }
}
