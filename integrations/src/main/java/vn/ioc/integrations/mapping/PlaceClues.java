// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.change.GeoPoint;
import vn.ioc.integrations.change.PlaceClue;

/** What an item says of its record's place. */
final class PlaceClues {
    private PlaceClues() {}

    /** In the manifest's order, without those that the item does not give. */
    static List<PlaceClue> of(RecordMapping record, Scope scope) throws MappingException {
        List<PlaceClue> clues = new ArrayList<>();
        for (RecordMapping.Place place : record.places()) {
            PlaceClue clue = clue(place, scope);
            if (clue != null) {
                clues.add(clue);
            }
        }
        return clues;
    }

    private static @Nullable PlaceClue clue(RecordMapping.Place place, Scope scope) throws MappingException {
        return switch (place) {
            case RecordMapping.Place.Code code -> byCode(code, scope);
            case RecordMapping.Place.Name name -> {
                String text =
                        Texts.text(name.name().evaluate(scope), name.name().where());
                yield text == null ? null : new PlaceClue.ByName(text, name.within());
            }
            case RecordMapping.Place.Point point ->
                point.point().evaluate(scope) instanceof GeoPoint found ? new PlaceClue.ByPoint(found) : null;
        };
    }

    private static @Nullable PlaceClue byCode(RecordMapping.Place.Code code, Scope scope) throws MappingException {
        String area = Texts.text(code.code().evaluate(scope), code.code().where());
        if (area == null || code.scheme().isEmpty()) {
            return area == null ? null : new PlaceClue.ByCode(area);
        }
        Expression scheme = code.scheme().get();
        String text = Texts.text(scheme.evaluate(scope), scheme.where());
        return text == null ? null : new PlaceClue.ByCode(text + "/" + area);
    }
}
