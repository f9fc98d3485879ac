// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.reform;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.Resource;
import vn.ioc.simulator.district.Setting;
import vn.ioc.simulator.wire.Handover;
import vn.ioc.simulator.wire.LedgerEntry;
import vn.ioc.simulator.wire.RequestException;

/**
 * The rankings of 2021 and 2022 as spreadsheets, of later years as CSV with comma decimals, and the reported figures. An
 * edit corrects one score and ranks its year anew; nothing is ever added, for a year is published once.
 */
public final class Rankings implements Handover.Rows {
    private final Setting setting;
    private final TreeMap<String, Score> scores = new TreeMap<>();
    private final Map<String, Score> gone = new LinkedHashMap<>();
    private long changes;

    public Rankings(Setting setting) {
        this.setting = setting;
        new RankingBook(setting).write().forEach(score -> scores.put(score.key(), score));
    }

    @Override
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int year : RankingBook.YEARS) {
            List<Score> ranked = RankingBook.ranked(of(year));
            if (!ranked.isEmpty()) {
                boolean sheet = year <= 2022;
                String name = "chi-so-cchc-" + year + (sheet ? ".xlsx" : ".csv");
                files.put(name, sheet ? RankingSheet.xlsx(ranked) : RankingSheet.csv(ranked));
            }
        }
        String reported = Resource.lines("reform/reported.csv").stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
        files.put("so-lieu-bao-cao.csv", reported.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Override
    public List<LedgerEntry> ledger() {
        Map<String, LedgerEntry> entries = new TreeMap<>();
        scores.values().forEach(score -> entries.put(score.key(), entry(score, LedgerEntry.State.LIVE)));
        gone.values().forEach(score -> entries.put(score.key(), entry(score, LedgerEntry.State.DELETED)));
        return List.copyOf(entries.values());
    }

    @Override
    public LedgerEntry edit(@Nullable String id) {
        Score old = living(id, setting.dice("score edit", ++changes));
        scores.put(old.key(), old.scored(old.hundredths() == 9999 ? 7000 : old.hundredths() + 1));
        return ranked(old);
    }

    @Override
    public LedgerEntry delete(@Nullable String id) {
        Score old = living(id, setting.dice("score delete", ++changes));
        scores.remove(old.key());
        gone.put(old.key(), old);
        RankingBook.ranked(of(old.year())).forEach(score -> scores.put(score.key(), score));
        return entry(old, LedgerEntry.State.DELETED);
    }

    /** A year is published once; what can still come is a correction. */
    @Override
    public LedgerEntry add() {
        return edit(null);
    }

    private LedgerEntry ranked(Score changed) {
        RankingBook.ranked(of(changed.year())).forEach(score -> scores.put(score.key(), score));
        return entry(living(changed.key(), setting.dice("score", changes)), LedgerEntry.State.LIVE);
    }

    private List<Score> of(int year) {
        return scores.values().stream().filter(score -> score.year() == year).toList();
    }

    private Score living(@Nullable String id, Dice dice) {
        if (id == null && !scores.isEmpty()) {
            return dice.pick(List.copyOf(scores.values()));
        }
        Score found = id == null ? null : scores.get(id);
        if (found == null) {
            throw new RequestException(id == null ? "no score is left" : "no score " + id);
        }
        return found;
    }

    private static LedgerEntry entry(Score score, LedgerEntry.State state) {
        Map<String, String> facts =
                Map.of("percent", Double.toString(score.percent()), "rank", Integer.toString(score.rank()));
        return new LedgerEntry(score.key(), score.hundredths() + "/" + score.rank(), state, facts);
    }
}
