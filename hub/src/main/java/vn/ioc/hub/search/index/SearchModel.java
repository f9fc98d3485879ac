// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordField;
import vn.ioc.schema.RecordField.SearchAs;
import vn.ioc.schema.RecordLink;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;
import vn.ioc.schema.SearchTypes;

/**
 * What of the record model the index holds. Personal values and types are not in it: they can be neither searched, counted
 * nor suggested by.
 */
public final class SearchModel {
    /** The target of links that the filter {@code organization} asks for. */
    private static final String ORGANIZATION = "Organization";

    private static final RecordField.Search TITLE = new RecordField.Search(SearchAs.TEXT, 3);

    private final RecordModel model;
    private final Map<String, RecordType> types = new LinkedHashMap<>();
    private final Set<Group> groups =
            new TreeSet<>(Comparator.comparing(Group::as).thenComparing(Group::boost));
    private final Set<String> facets = new TreeSet<>();
    private final Set<String> linkedSectors = new TreeSet<>();
    private final Set<String> audiences;

    /** Values that are searched alike, in one field of the index. */
    public record Group(SearchAs as, int boost) {
        public String field() {
            return IndexFields.searched(as, boost);
        }
    }

    /** @param audiences names of all audiences */
    public SearchModel(RecordModel model, Set<String> audiences) {
        this.model = model;
        this.audiences = new TreeSet<>(audiences);
        model.types().stream().filter(t -> t.personal().isEmpty()).forEach(t -> types.put(t.name(), t));
        for (RecordType type : types.values()) {
            searched(type).values().forEach(s -> groups.add(new Group(s.as(), s.boost())));
            facets(type).forEach(f -> facets.add(f.name()));
            through(type)
                    .forEach(link -> linkedSectors.add(model.type(link.target()).sector()));
        }
    }

    public RecordModel model() {
        return model;
    }

    /** Types that are in the index. */
    public Collection<RecordType> types() {
        return types.values();
    }

    public boolean holds(String type) {
        return types.containsKey(type);
    }

    public Set<Group> groups() {
        return groups;
    }

    /** Names of all facet fields; {@code status} is one wherever it is a field. */
    public Set<String> facets() {
        return facets;
    }

    public Set<String> linkedSectors() {
        return linkedSectors;
    }

    public Set<String> audiences() {
        return audiences;
    }

    /** A type's searched fields by name, the title among them. */
    public Map<String, RecordField.Search> searched(RecordType type) {
        Map<String, RecordField.Search> searched = new LinkedHashMap<>();
        open(type, f -> f.scalar() == RecordField.Scalar.STRING || f.scalar() == RecordField.Scalar.CODE)
                .forEach(f -> f.search().ifPresent(s -> searched.put(f.name(), s)));
        if (type.field(type.title()).personal().isEmpty()) {
            searched.putIfAbsent(type.title(), TITLE);
        }
        return searched;
    }

    /** A type's facet fields. */
    public List<RecordField> facets(RecordType type) {
        return open(type, SearchTypes::isFacet);
    }

    /** The links that a type is searched through; those to personal types are left out. */
    public List<RecordLink> through(RecordType type) {
        return type.searchThrough().stream()
                .map(name -> type.links().get(name))
                .filter(link -> link != null && types.containsKey(link.target()))
                .toList();
    }

    /** Whether records of the type are found by the titles that they give others: areas, by those that they came from. */
    public boolean findsItself(String type) {
        return type.equals(RecordModel.AREA);
    }

    /** Names of all properties that documents are made from. */
    public Set<String> properties() {
        Set<String> names = new TreeSet<>(Set.of(
                Properties.UID,
                Properties.SECTOR,
                Properties.AUDIENCE,
                Properties.PLACE,
                Properties.PLACE_NOW,
                Properties.DATE,
                Properties.SEQ));
        for (RecordType type : types.values()) {
            names.addAll(searched(type).keySet());
            names.addAll(organizationKeys(type));
            facets(type).forEach(f -> names.add(f.name()));
        }
        return names;
    }

    /** Properties of a type that hold the uid of an organisation. */
    public List<String> organizationKeys(RecordType type) {
        List<String> keys = new ArrayList<>();
        type.declaredLinks().stream()
                .filter(link -> link.target().equals(ORGANIZATION))
                .forEach(link -> link.keyProperty().ifPresent(keys::add));
        return keys;
    }

    private static List<RecordField> open(RecordType type, Predicate<RecordField> wanted) {
        return type.fields().values().stream()
                .filter(f -> f.personal().isEmpty())
                .filter(wanted)
                .toList();
    }
}
