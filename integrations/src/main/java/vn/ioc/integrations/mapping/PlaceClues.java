// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.ArrayList;
import java.util.List;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.integrations.change.PlaceClue;

/** What an item says of its record's place. */
final class PlaceClues {
    private PlaceClues() {}

    /** In the manifest's order, without those that the item does not give. */
    static List<PlaceClue> of(RecordMapping record, Scope scope) throws MappingException {
        List<PlaceClue> clues = new ArrayList<>();
        for (RecordMapping.Place place : record.places()) {
            clues.addAll(clues(place, scope));
        }
        return clues;
    }

    private static List<PlaceClue> clues(RecordMapping.Place place, Scope scope) throws MappingException {
        return switch (place) {
            case RecordMapping.Place.Code code -> byCode(code, scope);
            case RecordMapping.Place.Name name -> {
                String text =
                        Texts.text(name.name().evaluate(scope), name.name().where());
                yield text == null ? List.of() : List.of(new PlaceClue.ByName(text, name.within()));
            }
            case RecordMapping.Place.Point point ->
                point.point().evaluate(scope) instanceof GeoPoint found
                        ? List.of(new PlaceClue.ByPoint(found))
                        : List.of();
        };
    }

    /** One clue for each code. */
    private static List<PlaceClue> byCode(RecordMapping.Place.Code code, Scope scope) throws MappingException {
        List<String> areas =
                Texts.texts(code.code().evaluate(scope), code.code().where());
        if (areas.isEmpty() || code.scheme().isEmpty()) {
            return areas.stream().<PlaceClue>map(PlaceClue.ByCode::new).toList();
        }
        Expression scheme = code.scheme().get();
        String text = Texts.text(scheme.evaluate(scope), scheme.where());
        return text == null
                ? List.of()
                : areas.stream()
                        .<PlaceClue>map(area -> new PlaceClue.ByCode(text + "/" + area))
                        .toList();
    }
}
