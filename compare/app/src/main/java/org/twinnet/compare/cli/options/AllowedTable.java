package org.twinnet.compare.cli.options;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.twinnet.data.table.MissingValues;

/** Converters of the values that only the options of a table take. */
final class AllowedTable {

    private AllowedTable() {}

    static final class Missing extends Allowed.Choice<MissingValues> {
        Missing() {
            super(words());
        }

        private static Map<String, MissingValues> words() {
            Map<String, MissingValues> words = new LinkedHashMap<>();
            Arrays.stream(MissingValues.values())
                    .forEach(value ->
                            words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value));
            return words;
        }
    }

    /** The name of a character, which a shell leaves alone, or the character itself. */
    static final class Delimiter extends Allowed.Choice<Character> {
        private static final String CHARACTERS = ",;\t|";

        Delimiter() {
            super(words());
        }

        private static Map<String, Character> words() {
            Map<String, Character> words = new LinkedHashMap<>();
            words.put("comma", ',');
            words.put("semicolon", ';');
            words.put("tab", '\t');
            words.put("bar", '|');
            return words;
        }

        @Override
        public Character convert(String value) {
            return value.length() == 1 && CHARACTERS.contains(value)
                    ? (Character) value.charAt(0)
                    : super.convert(value);
        }
    }
}
