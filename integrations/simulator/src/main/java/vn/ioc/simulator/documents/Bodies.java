// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.documents;

import java.time.LocalDate;
import java.util.List;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.Organization;
import vn.ioc.simulator.district.Organizations;

/** Finds the bodies that a template names, on a given day. */
final class Bodies {
    private final Organizations organizations;

    Bodies(Organizations organizations) {
        this.organizations = organizations;
    }

    /** @param commune the commune that the document concerns */
    Organization one(String word, Organization commune) {
        return switch (word) {
            case "district" -> organizations.get(Organizations.DISTRICT);
            case "province" -> organizations.get("000.00.00.H47");
            case "city" -> organizations.get("000.00.00.H17");
            case "commune", "communes" -> commune;
            default -> special(word, commune);
        };
    }

    /** All receivers: two to five communes when several are meant. */
    List<Organization> several(String word, Organization commune, Dice dice, LocalDate day) {
        if (!word.equals("communes")) {
            return List.of(one(word, commune));
        }
        List<Organization> others = dice.shuffled(organizations.communesOn(day));
        return others.subList(0, Math.min(others.size(), dice.between(2, 5)));
    }

    private Organization special(String word, Organization commune) {
        if (organizations.has(word)) {
            return organizations.get(word);
        }
        String number = word.substring(1);
        return switch (word.charAt(0)) {
            case 'P' -> organizations.get("000.00." + number + ".H47");
            case 'C' -> organizations.get("000.00." + number + ".H17");
            case 'X' -> organizations.get(commune.code().replaceFirst("^000\\.00", "000." + number));
            default -> organizations.department(word);
        };
    }
}
