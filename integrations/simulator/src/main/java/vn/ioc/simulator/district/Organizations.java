// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.district;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of bodies, before and after the districts ended on 2025-07-01. */
public final class Organizations {
    public static final String DISTRICT = "000.00.15.H47";
    /** The first day without districts. */
    public static final LocalDate WITHOUT_DISTRICTS = LocalDate.of(2025, 7, 1);

    private final Map<String, Organization> byCode = new LinkedHashMap<>();

    public Organizations() {
        Map<String, String> notations = new LinkedHashMap<>();
        Resource.table("district/notations.csv")
                .forEach(row -> notations.put(Resource.cell(row, "code"), Resource.cell(row, "notation")));
        for (Map<String, String> row : Resource.table("district/organizations.csv")) {
            String code = Resource.cell(row, "code");
            byCode.put(
                    code,
                    new Organization(
                            code,
                            Resource.cell(row, "name"),
                            Resource.cell(row, "short_name"),
                            blankAsNull(Resource.cell(row, "parent_code")),
                            Resource.cell(row, "area_scheme"),
                            Resource.cell(row, "area_code"),
                            day(Resource.cell(row, "valid_from")),
                            day(Resource.cell(row, "valid_to")),
                            blankAsNull(Resource.cell(row, "same_as")),
                            notations.getOrDefault(code, "UBND")));
        }
    }

    /** @throws IllegalArgumentException when no body has this code */
    public Organization get(String code) {
        Organization found = byCode.get(code);
        if (found == null) {
            throw new IllegalArgumentException("no organization " + code);
        }
        return found;
    }

    public boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** The district's department of this number, such as 03. */
    public Organization department(String number) {
        return get("000." + number + ".15.H47");
    }

    /** The committee that governs this commune on that day. */
    public Organization commune(String areaCode, LocalDate day) {
        return all().stream()
                .filter(o -> o.isCommune() && o.areaCode().equals(areaCode) && o.existsOn(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no commune " + areaCode + " on " + day));
    }

    public List<Organization> communesOn(LocalDate day) {
        return all().stream().filter(o -> o.isCommune() && o.existsOn(day)).toList();
    }

    /** Every body, other spellings of a code included, in the order of the table. */
    public List<Organization> all() {
        return List.copyOf(byCode.values());
    }

    /** True when {@code code} is {@code ancestor} or stands below it, by any spelling. */
    public boolean isWithin(String code, String ancestor) {
        String goal = canonical(ancestor);
        String at = canonical(code);
        while (!at.equals(goal)) {
            Organization here = byCode.get(at);
            if (here == null || here.parentCode() == null) {
                return false;
            }
            at = canonical(here.parentCode());
        }
        return true;
    }

    private String canonical(String code) {
        Organization found = byCode.get(code);
        return found == null ? code : Objects.requireNonNullElse(found.sameAs(), code);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isBlank() ? null : LocalDate.parse(text);
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text;
    }
}
