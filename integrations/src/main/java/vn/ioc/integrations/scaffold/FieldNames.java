// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of the SDL from names of the wire. */
final class FieldNames {
    /** Fields that every record has of its own, in the SDL or in the graph. */
    private static final Set<String> TAKEN = Set.of(
            "id",
            "title",
            "sector",
            "date",
            "place",
            "placeNow",
            "audience",
            "updatedAt",
            "flags",
            "source",
            "provenance",
            "history",
            "facts",
            "related",
            "uid",
            "type",
            "version",
            "hash",
            "seq",
            "run",
            "lock");

    private FieldNames() {}

    /** The words of a name, without accents: at capitals, digits after letters stay, anything else divides. */
    static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        List<String> words = new ArrayList<>();
        for (String part : plain.split("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")) {
            if (!part.isEmpty()) {
                words.add(part);
            }
        }
        return words;
    }

    /** {@code ma_tram} becomes {@code maTram}; what the hub has itself is called {@code its…}. */
    static String field(String wire) {
        StringBuilder name = new StringBuilder();
        for (String word : words(wire)) {
            String lower = word.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? lower : capital(lower));
        }
        String field = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "f" + name : name.toString();
        return TAKEN.contains(field) ? "its" + capital(field) : field;
    }

    /** A type's name: the words, each with a capital. */
    static String type(String name) {
        StringBuilder type = new StringBuilder();
        words(name).forEach(word -> type.append(capital(word.toLowerCase(Locale.ROOT))));
        return type.isEmpty() || Character.isDigit(type.charAt(0)) ? "Record" + type : type.toString();
    }

    /** Good enough for a draft; a person reads it. */
    static String plural(String type) {
        String one = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        if (one.endsWith("s") || one.endsWith("x") || one.endsWith("ch")) {
            return one + "es";
        }
        return one.matches(".*[^aeiou]y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }

    static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    /** A step of a JMESPath. */
    static String step(String wire) {
        return wire.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? wire
                : '"' + wire.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
