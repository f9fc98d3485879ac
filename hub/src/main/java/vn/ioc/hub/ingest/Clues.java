// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.ingest;

import java.util.List;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.integrations.change.PlaceClue;

/** Place clues as texts of a list property: {@code code:20926}, {@code point:15.3,108.2}, {@code name:515:text}. */
final class Clues {
    private Clues() {}

    static List<String> write(List<PlaceClue> clues) {
        return clues.stream()
                .map(clue -> switch (clue) {
                    case PlaceClue.ByCode code -> "code:" + code.code();
                    case PlaceClue.ByPoint at ->
                        "point:" + at.point().latitude() + "," + at.point().longitude();
                    case PlaceClue.ByName name -> "name:" + name.within() + ":" + name.text();
                })
                .toList();
    }

    static List<PlaceClue> read(List<String> texts) {
        return texts.stream().map(Clues::read).toList();
    }

    private static PlaceClue read(String text) {
        String[] parts = text.split(":", 2);
        return switch (parts[0]) {
            case "code" -> new PlaceClue.ByCode(parts[1]);
            case "point" -> {
                String[] degrees = parts[1].split(",", 2);
                yield new PlaceClue.ByPoint(
                        new GeoPoint(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1])));
            }
            case "name" -> {
                String[] name = parts[1].split(":", 2);
                yield new PlaceClue.ByName(name[1], name[0]);
            }
            default ->
                throw new IngestException(
                        IngestException.Reason.STORE, "a stored place clue is of unknown kind '" + parts[0] + "'");
        };
    }
}
