// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What every record type is, read once from the SDL: types, keys, links, search, personal values, facets. Immutable;
 * types in SDL order.
 */
public final class RecordModel {
    /** The type of every record's {@code place}; the model has territory links only when the SDL declares it. */
    public static final String AREA = "Area";

    private final Map<String, RecordType> types;
    private final Set<String> sectors;
    private final TypeDefinitionRegistry registry;

    RecordModel(Map<String, RecordType> types, Set<String> sectors, TypeDefinitionRegistry registry) {
        this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        this.sectors = Collections.unmodifiableSet(sectors);
        this.registry = registry;
    }

    /**
     * Reads SDL files as one schema.
     *
     * @throws SchemaException naming file, line and what is allowed
     */
    public static RecordModel read(List<SdlFile> files) {
        return new RecordModelReader(SdlReader.parse(files)).read();
    }

    /** The built-in SDL with further files, e.g. of {@code hub.schema} and of source folders. */
    public static RecordModel withBuiltIn(Collection<SdlFile> further) {
        List<SdlFile> all = new ArrayList<>(SdlFile.builtIn());
        all.addAll(further);
        return read(all);
    }

    public Collection<RecordType> types() {
        return types.values();
    }

    public Optional<RecordType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The type of that name; the message of the failure lists the known ones. */
    public RecordType type(String name) {
        return findType(name)
                .orElseThrow(() -> new SchemaException(
                        SchemaException.Reason.UNKNOWN_TYPE,
                        "",
                        "no record type '" + name + "'; known are " + new TreeSet<>(types.keySet())));
    }

    /** Names of the sectors, extensions included. */
    public Set<String> sectors() {
        return sectors;
    }

    /** Names of the values of an enum of the SDL, extensions included; empty when there is no such enum. */
    public Set<String> enumValues(String enumType) {
        return RecordModelReader.enumValues(registry, enumType);
    }

    /** What people call a value of an enum of the SDL; empty when there is no such value. */
    public Optional<Term> term(String enumType, String value) {
        return Optional.ofNullable(
                        RecordModelReader.enumDescriptions(registry, enumType).get(value))
                .map(Term::of);
    }

    /** The parsed SDL, directives included; a base for the public schema. Callers must not change it. */
    public TypeDefinitionRegistry registry() {
        return registry;
    }
}
