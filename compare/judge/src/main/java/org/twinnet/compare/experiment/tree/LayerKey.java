package org.twinnet.compare.experiment.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of one layer alone, such as {@code layers[0].units}.
 *
 * @param layer 0 for the first layer after the inputs, as in the list of an experiment file
 * @param name what follows, such as {@code units}
 */
record LayerKey(int layer, String name) {

    /** No network has a layer of ten digits. */
    private static final Pattern PATTERN = Pattern.compile("layers\\[(\\d{1,9})\\]\\.(.+)");

    /** Reads a key; empty for one of all layers, and of none. */
    static Optional<LayerKey> of(String key) {
        Matcher matcher = PATTERN.matcher(key);
        return matcher.matches()
                ? Optional.of(new LayerKey(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}
