package org.twinnet.data.table;

import java.util.List;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Remedy;

/** What stands between two fields of a CSV file that does not say so. */
final class Delimiters {

    private static final List<Character> USUAL = List.of(',', ';', '\t', '|');

    private Delimiters() {}

    /**
     * What stands equally often in the first two lines, outside of quotes.
     *
     * @param source what messages begin with
     * @param text the file
     * @return the comma where nothing else does
     * @throws InvalidDataException if two might be meant
     */
    static char of(String source, String text) {
        List<String> first = text.lines().limit(2).toList();
        List<Character> possible =
                USUAL.stream().filter(each -> separates(each, first)).toList();
        if (possible.size() > 1) {
            throw new InvalidDataException(
                    source + ", line 1: both " + word(possible.get(0)) + " and " + word(possible.get(1))
                            + " may separate the columns",
                    Remedy.DELIMITER);
        }
        return possible.isEmpty() ? ',' : possible.get(0);
    }

    private static boolean separates(char delimiter, List<String> lines) {
        return !lines.isEmpty()
                && count(delimiter, lines.get(0)) > 0
                && lines.stream().allMatch(line -> count(delimiter, line) == count(delimiter, lines.get(0)));
    }

    private static int count(char delimiter, String line) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += line.charAt(i) == delimiter && !quoted ? 1 : 0;
        }
        return count;
    }

    /** How a message calls it. */
    static String word(char delimiter) {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "'" + delimiter + "'";
        };
    }
}
