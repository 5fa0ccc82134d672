package org.twinnet.compare.report.kit;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

/**
 * What reports before version 6 said in English alone. A text that is, letter for letter, a name that the judge says
 * without arguments is that name; any other is shown as it is, in every language.
 */
final class FormerTexts {

    private static final Map<String, Phrase> NAMES = Arrays.stream(Said.values())
            .filter(said -> said.arguments() == 0)
            .map(Said::of)
            .collect(Collectors.toMap(Phrase::english, Function.identity()));

    private FormerTexts() {}

    static Phrase phrase(String text) {
        return text.isEmpty() ? Phrase.NOTHING : NAMES.getOrDefault(text, Said.NAME.of(text));
    }
}
