// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

/** Names of the properties that every record node and index document has, beside its type's own fields. */
public final class Properties {
    /** Unique id over all types; the one uniqueness constraint, on the label {@link #ENTITY}. */
    public static final String UID = "uid";

    /** Label of every record node, placeholders and deleted ones included; the type's label says that it exists. */
    public static final String ENTITY = "Entity";

    public static final String TYPE = "type";
    public static final String SECTOR = "sector";
    public static final String TITLE = "title";
    public static final String DATE = "date";
    /** uid of the finest area at the record's date. */
    public static final String PLACE = "placeKey";
    /** uid of today's area. */
    public static final String PLACE_NOW = "placeNowKey";

    public static final String AUDIENCE = "audience";
    public static final String UPDATED_AT = "updatedAt";
    public static final String FLAGS = "flags";
    public static final String SOURCE = "source";
    public static final String RUN = "run";
    public static final String VERSION = "version";
    public static final String HASH = "hash";
    /** Outbox number of its last change: its external version in the index. */
    public static final String SEQ = "seq";

    /** Relationship type of the link {@code place}; {@link #IN_PLACE_NOW} of {@code placeNow}. */
    public static final String IN_PLACE = "IN_PLACE";

    public static final String IN_PLACE_NOW = "IN_PLACE_NOW";
    /** On an area: uids of covers(area). */
    public static final String COVERS = "covers";

    private Properties() {}
}
