package org.twinnet.compare.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Something that the judge has words for: {@code said_en.properties} and its translations have them. */
public interface Saying {

    /** What all keys begin with. */
    String PREFIX = "said.";

    /**
     * Everything that the judge says.
     *
     * @return all of it, in the order of its declaration
     */
    static List<Saying> all() {
        return Stream.<Saying[]>of(Said.values(), SaidOfCheck.values(), SaidOfPort.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    /**
     * What its key begins with.
     *
     * @return {@link #PREFIX}, and what sets its kind apart
     */
    default String prefix() {
        return PREFIX;
    }

    /**
     * Its constant.
     *
     * @return such as {@code TENSOR_PART}
     */
    String name();

    /**
     * The key of its texts.
     *
     * @return such as {@code said.tensor-part}
     */
    default String key() {
        return prefix() + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * How many arguments it takes.
     *
     * @return their number
     */
    int arguments();

    /**
     * Says it.
     *
     * @param arguments names, numbers and phrases
     * @return the phrase
     * @throws IllegalArgumentException if they are too few or too many, or anything else
     */
    default Phrase of(Object... arguments) {
        if (arguments.length != arguments()) {
            throw new IllegalArgumentException(
                    key() + " takes " + arguments() + " arguments, not " + arguments.length + ".");
        }
        for (Object argument : arguments) {
            if (!(argument instanceof String || argument instanceof Number || argument instanceof Phrase)) {
                throw new IllegalArgumentException(key() + " takes names, numbers and phrases, not " + argument + ".");
            }
        }
        return new Phrase(key(), Arrays.asList(arguments));
    }
}
