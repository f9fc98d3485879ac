// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record type as the SDL declares it. The type's name is also its label in the graph.
 *
 * @param key names of the key fields, in order; the first part of a LOCAL key is the source's name
 * @param order default order: non-null fields, descending
 * @param indexes composite indexes, each a list of field names
 * @param searchThrough links whose targets' titles are searched with this record
 * @param fields the type's own fields, in SDL order (those of {@code Record} excluded)
 * @param links declared links first, then derived ones
 * @param personal kind of right that the whole record needs
 */
public record RecordType(
        String name,
        String sector,
        List<String> key,
        boolean local,
        String title,
        Optional<String> date,
        List<String> order,
        String plural,
        Optional<String> partOf,
        Optional<String> placeThrough,
        boolean reference,
        List<List<String>> indexes,
        List<String> searchThrough,
        Map<String, RecordField> fields,
        Map<String, RecordLink> links,
        Optional<String> personal,
        String description) {

    public RecordType {
        key = List.copyOf(key);
        order = List.copyOf(order);
        indexes = List.copyOf(indexes);
        searchThrough = List.copyOf(searchThrough);
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        links = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(links));
    }

    /** What people call records of the type. */
    public Term term() {
        return Term.of(description);
    }

    /** Name of the root field that reads one record: the type's name with a small first letter. */
    public String singular() {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The field of that name. */
    public RecordField field(String field) {
        return findField(field)
                .orElseThrow(() -> new SchemaException(
                        SchemaException.Reason.UNKNOWN_FIELD, name, "has no field '" + field + "'"));
    }

    public Optional<RecordField> findField(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    public Optional<RecordLink> findLink(String link) {
        return Optional.ofNullable(links.get(link));
    }

    /**
     * Whether records can be ordered by the field; a text then has a stored collation key. Key fields, the title and the
     * default order can always be.
     */
    public boolean orderable(RecordField field) {
        boolean named = order.contains(field.name()) || key.contains(field.name()) || title.equals(field.name());
        return field.orderable() || (named && !field.list());
    }

    /** Links that a source may set. */
    public List<RecordLink> declaredLinks() {
        return links.values().stream()
                .filter(l -> l.origin() == RecordLink.Origin.DECLARED)
                .toList();
    }

    /** The unique id of the record of this type with that key, as stored: {@code Type:part/part}. */
    public String uid(String joinedKey) {
        return name + ":" + joinedKey;
    }
}
