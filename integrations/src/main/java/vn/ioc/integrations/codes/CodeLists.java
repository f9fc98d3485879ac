// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.codes;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.tree.DecodeException;
import vn.ioc.integrations.tree.Format;

/** All code lists. Immutable; codes in the order of their files. */
public final class CodeLists {
    private final Map<String, Map<String, List<CodeEntry>>> lists = new LinkedHashMap<>();

    private CodeLists() {}

    /**
     * Reads files of the columns {@code list,code,name_vi} and, optionally, {@code name_en,valid_from,valid_to}.
     *
     * @throws CodeException naming file and row, also when one code of a list is valid twice on a day
     */
    public static CodeLists read(Collection<CodeFile> files) {
        CodeLists read = new CodeLists();
        files.forEach(read::add);
        return read;
    }

    /** The built-in lists with those of source folders. */
    public static CodeLists withBuiltIn(Collection<CodeFile> further) {
        List<CodeFile> all = new ArrayList<>(CodeFile.builtIn());
        all.addAll(further);
        return read(all);
    }

    public Set<String> names() {
        return new TreeSet<>(lists.keySet());
    }

    /** Whether there is such a list at all. */
    public boolean has(String list) {
        return lists.containsKey(list);
    }

    /** The entries of a list; empty when it is not known. */
    public List<CodeEntry> entries(String list) {
        return lists.getOrDefault(list, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The code as it was valid on a day. */
    public Optional<CodeEntry> find(String list, String code, LocalDate day) {
        return lists.getOrDefault(list, Map.of()).getOrDefault(code, List.of()).stream()
                .filter(e -> e.validOn(day))
                .findFirst();
    }

    /** Whether the list knows the code on any day. */
    public boolean knows(String list, String code) {
        return lists.getOrDefault(list, Map.of()).containsKey(code);
    }

    /** A cell of the list's last entry for the code; empty when the code or the column is not there, or the cell is blank. */
    public Optional<String> column(String list, String code, String column) {
        List<CodeEntry> ever = lists.getOrDefault(list, Map.of()).getOrDefault(code, List.of());
        return ever.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(ever.getLast().columns().get(column));
    }

    /** Names of the columns that have a cell in the list, sorted. */
    public Set<String> columns(String list) {
        Set<String> columns = new TreeSet<>();
        entries(list).forEach(e -> columns.addAll(e.columns().keySet()));
        return columns;
    }

    /**
     * The label in Vietnamese, or in English where there is one: the one valid on the day, else the list's last one for
     * the code, else the code itself.
     */
    public String label(String list, String code, boolean english, LocalDate day) {
        List<CodeEntry> ever = lists.getOrDefault(list, Map.of()).getOrDefault(code, List.of());
        return find(list, code, day)
                .or(() -> ever.isEmpty() ? Optional.empty() : Optional.of(ever.getLast()))
                .map(e -> english && !e.labelEn().isEmpty() ? e.labelEn() : e.labelVi())
                .orElse(code);
    }

    private void add(CodeFile file) {
        if (!new String(file.bytes(), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .startsWith("# origin")) {
            throw new CodeException(
                    CodeException.Reason.NO_ORIGIN, file.name(), "its first line must say its origin: '# origin: …'");
        }
        try {
            int number = 0;
            Object tree = new Format.Csv(null, Set.of()).decode(file.bytes());
            for (Object row : tree instanceof List<?> rows ? rows : List.of()) {
                number++;
                if (row instanceof Map<?, ?> cells) {
                    add(file, number, entry(file, number, cells));
                }
            }
        } catch (DecodeException e) {
            throw new CodeException(CodeException.Reason.UNREADABLE, file.name(), e.what());
        }
    }

    private void add(CodeFile file, int row, CodeEntry entry) {
        List<CodeEntry> same = lists.computeIfAbsent(entry.list(), l -> new LinkedHashMap<>())
                .computeIfAbsent(entry.code(), c -> new ArrayList<>());
        if (same.stream().anyMatch(entry::overlaps)) {
            throw new CodeException(
                    CodeException.Reason.CLASH,
                    file.name(),
                    "row " + row + ": " + entry.list() + " has the code '" + entry.code()
                            + "' already on these days; end the older one with valid_to");
        }
        same.add(entry);
    }

    private static CodeEntry entry(CodeFile file, int row, Map<?, ?> cells) {
        String list = cell(cells, "list");
        if (list.isEmpty()
                || !cells.containsKey("code")
                || cell(cells, "name_vi").isEmpty()) {
            throw new CodeException(
                    CodeException.Reason.BAD_ROW, file.name(), "row " + row + ": needs list, code and name_vi");
        }
        return new CodeEntry(
                list,
                cell(cells, "code"),
                cell(cells, "name_vi"),
                cell(cells, "name_en"),
                day(file, row, cell(cells, "valid_from")),
                day(file, row, cell(cells, "valid_to")),
                columns(cells));
    }

    private static Map<String, String> columns(Map<?, ?> cells) {
        Map<String, String> columns = new LinkedHashMap<>();
        cells.forEach((name, value) -> {
            if (value instanceof String text && !text.isBlank()) {
                columns.put(String.valueOf(name), text.strip());
            }
        });
        return columns;
    }

    private static String cell(Map<?, ?> cells, String name) {
        return cells.get(name) instanceof String text ? text : "";
    }

    private static @Nullable LocalDate day(CodeFile file, int row, String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CodeException(
                    CodeException.Reason.BAD_ROW, file.name(), "row " + row + ": a day is written as 2025-07-01");
        }
    }
}
