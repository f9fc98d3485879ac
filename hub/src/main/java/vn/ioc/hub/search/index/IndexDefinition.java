// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import co.elastic.clients.elasticsearch._types.analysis.Analyzer;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TextProperty;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField.SearchAs;

/**
 * Settings and mapping of the one index over all types. The mapping is strict. No field knows collection statistics: the
 * similarity is boolean and norms are off, so that a score tells nothing of hidden records. Texts are searched here and read
 * from the graph, so the stored source keeps bookkeeping only. The settings use nothing that a full Elasticsearch lacks.
 */
public final class IndexDefinition {
    private static final String EXACT = "vi_exact";
    private static final String FOLDED = "vi_folded";
    private static final int LONGEST_KEYWORD = 512;
    /** Values of one group stand this far apart, so that no phrase reaches from one into the next. */
    private static final int GAP = 100;

    private final SearchModel model;

    public IndexDefinition(SearchModel model) {
        this.model = model;
    }

    IndexSettings settings() {
        return IndexSettings.of(s -> s.numberOfShards("1")
                .autoExpandReplicas("0-1")
                .refreshInterval(t -> t.time("500ms"))
                .analysis(a -> a.analyzer(EXACT, analyzer(List.of("lowercase")))
                        .analyzer(FOLDED, analyzer(List.of("lowercase", "asciifolding")))));
    }

    TypeMapping.Builder mapping(TypeMapping.Builder mapping) {
        Map<String, Property> fields = new LinkedHashMap<>();
        List.of(Properties.UID, Properties.TYPE, Properties.SECTOR, Properties.AUDIENCE)
                .forEach(f -> fields.put(f, keyword()));
        List.of(Properties.PLACE, Properties.PLACE_NOW, IndexFields.ORGANIZATIONS)
                .forEach(f -> fields.put(f, keyword()));
        fields.put(Properties.DATE, Property.of(p -> p.date(d -> d.format("strict_date"))));
        fields.put(Properties.SEQ, Property.of(p -> p.long_(l -> l)));
        List.of(IndexFields.THROUGH, IndexFields.THROUGH_SIGNS, IndexFields.LINKED)
                .forEach(f -> fields.put(f, keyword()));
        model.facets().forEach(f -> fields.put(IndexFields.facet(f), keyword()));
        model.groups().forEach(group -> group(group, fields));
        for (String sector : model.linkedSectors()) {
            model.audiences().forEach(a -> fields.put(IndexFields.linked(sector, a), text(false)));
        }
        List.of(IndexFields.CITED, IndexFields.CITED + IndexFields.STARTS, IndexFields.WHOLE_TITLE)
                .forEach(f -> fields.put(f, keyword()));
        fields.put(IndexFields.SUGGEST, text(true));
        return mapping.dynamic(DynamicMapping.Strict)
                .source(s -> s.includes(List.of(Properties.UID, Properties.TYPE, Properties.SEQ)))
                .properties(fields);
    }

    /** Changes with settings and mapping: an index with another one has to be built anew. */
    String fingerprint() {
        CRC32C crc = new CRC32C();
        String all = settings() + "\n" + mapping(new TypeMapping.Builder()).build();
        crc.update(all.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static void group(SearchModel.Group group, Map<String, Property> fields) {
        if (group.as() == SearchAs.CODE) {
            fields.put(group.field(), keyword());
            fields.put(group.field() + IndexFields.STARTS, keyword());
            fields.put(group.field() + IndexFields.WORDS, text(false));
        } else {
            fields.put(group.field(), text(false));
        }
    }

    private static Analyzer analyzer(List<String> filters) {
        return Analyzer.of(a -> a.custom(c -> c.tokenizer("standard").filter(filters)));
    }

    private static Property keyword() {
        return Property.of(p -> p.keyword(k -> k.ignoreAbove(LONGEST_KEYWORD).similarity("boolean")));
    }

    /** Accents kept, with a sub-field without them. */
    private static Property text(boolean prefixes) {
        return Property.of(p -> p.text(t -> analyzed(t, EXACT, prefixes)
                .fields(IndexFields.FOLDED.substring(1), f -> f.text(x -> analyzed(x, FOLDED, prefixes)))));
    }

    private static TextProperty.Builder analyzed(TextProperty.Builder text, String analyzer, boolean prefixes) {
        text.analyzer(analyzer).similarity("boolean").norms(false).positionIncrementGap(GAP);
        return prefixes ? text.indexPrefixes(x -> x.minChars(1).maxChars(10)) : text;
    }
}
