// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.change;

/**
 * What a record says of its place. Clues are tried in order; the first that names exactly one area valid on the
 * record's date wins.
 */
public sealed interface PlaceClue {
    /**
     * An area code, in any scheme valid on the record's date; or {@code scheme/code}, which names one area whatever the
     * date.
     */
    record ByCode(String code) implements PlaceClue {}

    /** A point; before July 2025 only the former district is known by polygon. */
    record ByPoint(GeoPoint point) implements PlaceClue {}

    /** A text that names an area; only areas that are part of the area with code {@code within} are considered. */
    record ByName(String text, String within) implements PlaceClue {}
}
