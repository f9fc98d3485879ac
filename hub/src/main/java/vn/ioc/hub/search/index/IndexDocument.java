// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ioc.hub.search.text.Codes;
import vn.ioc.hub.search.text.Titles;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField.SearchAs;
import vn.ioc.schema.RecordType;
import vn.ioc.schema.VietnameseText;

/** Builds index documents: what of a record is searched, filtered and counted, and nothing else. Immutable. */
public final class IndexDocument {
    private static final List<String> COPIED = List.of(
            Properties.UID,
            Properties.TYPE,
            Properties.SECTOR,
            Properties.AUDIENCE,
            Properties.PLACE,
            Properties.PLACE_NOW);

    private final SearchModel model;

    public IndexDocument(SearchModel model) {
        this.model = model;
    }

    /** The document of a record; every value is a text, a number or a list of texts. */
    Map<String, Object> of(IndexRecord entity) {
        RecordType type = model.model().type(entity.type());
        Map<String, Object> values = entity.values();
        Map<String, Object> document = new LinkedHashMap<>();
        COPIED.forEach(name -> texts(values.get(name)).stream().findFirst().ifPresent(v -> document.put(name, v)));
        document.put(Properties.TYPE, entity.type());
        document.put(Properties.SEQ, entity.seq());
        texts(values.get(Properties.DATE)).stream().findFirst().ifPresent(v -> document.put(Properties.DATE, v));
        put(document, IndexFields.ORGANIZATIONS, all(values, model.organizationKeys(type)));
        model.facets(type).forEach(f -> put(document, IndexFields.facet(f.name()), texts(values.get(f.name()))));
        searched(type, values, document);
        linked(entity, document);
        return document;
    }

    private void searched(RecordType type, Map<String, Object> values, Map<String, Object> document) {
        Set<String> suggest = new LinkedHashSet<>();
        model.searched(type).forEach((name, search) -> {
            List<String> texts = texts(values.get(name));
            String field = new SearchModel.Group(search.as(), search.boost()).field();
            if (search.as() == SearchAs.CODE) {
                texts.forEach(code -> {
                    put(document, field, Codes.spellings(code));
                    put(document, field + IndexFields.STARTS, Codes.starts(code));
                });
                put(document, field + IndexFields.WORDS, placed(texts));
            } else {
                put(document, field, placed(texts));
                texts.forEach(text -> Codes.cited(text).forEach(code -> {
                    put(document, IndexFields.CITED, Codes.spellings(code));
                    put(document, IndexFields.CITED + IndexFields.STARTS, Codes.starts(code));
                }));
            }
            if (search.as() == SearchAs.NAME || name.equals(type.title())) {
                suggest.addAll(placed(texts));
            }
        });
        put(document, IndexFields.SUGGEST, suggest);
        texts(values.get(type.title())).forEach(title -> put(document, IndexFields.WHOLE_TITLE, Titles.whole(title)));
    }

    private void linked(IndexRecord entity, Map<String, Object> document) {
        for (Through through : entity.through()) {
            put(document, IndexFields.THROUGH, List.of(through.uid()));
            put(document, IndexFields.THROUGH_SIGNS, List.of(through.sign()));
            through.titles().forEach(title -> title(title, document));
        }
    }

    private void title(Through.Title title, Map<String, Object> document) {
        put(document, IndexFields.LINKED, List.of(title.uid()));
        if (model.linkedSectors().contains(title.sector()) && model.audiences().contains(title.audience())) {
            put(document, IndexFields.linked(title.sector(), title.audience()), placed(List.of(title.title())));
        }
    }

    private static List<String> all(Map<String, Object> values, List<String> names) {
        return names.stream().flatMap(name -> texts(values.get(name)).stream()).toList();
    }

    private static List<String> placed(List<String> texts) {
        return texts.stream().map(VietnameseText::tonePlaced).toList();
    }

    /** Adds to what the field has already; adding nothing leaves it absent. */
    private static void put(Map<String, Object> document, String field, Collection<String> values) {
        if (values.isEmpty()) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(texts(document.get(field)));
        all.addAll(values);
        document.put(field, new ArrayList<>(all));
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(value.toString());
        };
    }
}
