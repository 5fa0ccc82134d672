package org.twinnet.compare.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A place for an argument in a text.
 *
 * @param argument which one, from 0
 * @param format how it is written, such as {@code %,d}; empty for as it is
 * @param from where it begins in the text
 * @param to where the text goes on
 */
public record Place(int argument, String format, int from, int to) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([-+,.0-9]*[a-zA-Z]))?}");

    /**
     * Finds the places of a text.
     *
     * @param text a text of a bundle
     * @return its places from left to right
     */
    public static List<Place> of(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> new Place(
                        Integer.parseInt(found.group(1)),
                        found.group(2) == null ? "" : "%" + found.group(2),
                        found.start(),
                        found.end()))
                .toList();
    }
}
