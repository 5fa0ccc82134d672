package org.twinnet.compare.text;

import java.util.Locale;

/** The texts of one language. */
@FunctionalInterface
public interface Wording {

    /**
     * A text with its arguments in place.
     *
     * @param key key of the text
     * @param arguments what takes the places of {0}, {1}, …
     * @return the text
     * @throws java.util.MissingResourceException if there is no such key
     */
    String text(String key, Object... arguments);

    /**
     * Puts arguments into a text. {@code {0}} stands for the first as it is, {@code {0:.4g}} for the first as the
     * format {@code %.4g} writes it.
     *
     * @param pattern a text with places
     * @param arguments what takes them; what they say is not looked at again
     * @return the text
     */
    static String fill(String pattern, Object... arguments) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Place place : Place.of(pattern)) {
            text.append(pattern, from, place.from());
            Object argument = arguments[place.argument()];
            text.append(place.format().isEmpty() ? argument : String.format(Locale.ROOT, place.format(), argument));
            from = place.to();
        }
        return text.append(pattern.substring(from)).toString();
    }
}
