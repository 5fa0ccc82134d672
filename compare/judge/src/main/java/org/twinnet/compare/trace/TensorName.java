package org.twinnet.compare.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a tensor in a trace: {@code dW2@0} is dW of layer 2 at iteration 0. Names sort by iteration, layer and
 * quantity.
 *
 * @param quantity what it is
 * @param layer its layer, from 1; 0 of what there is of the input, A, D and dA
 * @param iteration its iteration, from 0
 */
public record TensorName(Quantity quantity, int layer, int iteration) implements Comparable<TensorName> {

    private static final Pattern FORM = Pattern.compile("(?:("
            + Arrays.stream(Quantity.values()).map(Quantity::name).collect(Collectors.joining("|"))
            + ")([1-9][0-9]{0,2})|(dA|A|D)(0))@(0|[1-9][0-9]{0,8})");

    private static final Comparator<TensorName> ORDER = Comparator.comparingInt(TensorName::iteration)
            .thenComparingInt(TensorName::layer)
            .thenComparing(TensorName::quantity);

    /**
     * Reads a name.
     *
     * @param text such as {@code dW2@0}; numbers without leading zeros
     * @return the name, or empty if the text is none
     */
    public static Optional<TensorName> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean ofInput = form.group(3) != null;
        return Optional.of(new TensorName(
                Quantity.valueOf(form.group(ofInput ? 3 : 1)),
                Integer.parseInt(form.group(ofInput ? 4 : 2)),
                Integer.parseInt(form.group(5))));
    }

    @Override
    public int compareTo(TensorName other) {
        return ORDER.compare(this, other);
    }

    /**
     * The name as the file has it.
     *
     * @return such as {@code dW2@0}
     */
    @Override
    public String toString() {
        return quantity.name() + layer + "@" + iteration;
    }
}
