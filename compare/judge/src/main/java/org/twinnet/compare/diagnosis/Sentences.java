package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.theory.mistake.Formulas;
import org.twinnet.compare.theory.mistake.KnownNumber;
import org.twinnet.compare.theory.mistake.KnownNumber.Named;
import org.twinnet.compare.trace.Quantity;

/** How findings are told. */
final class Sentences {

    private static final Set<Quantity> FORWARD = Set.of(Quantity.Z, Quantity.mu, Quantity.var, Quantity.N, Quantity.A);

    private Sentences() {}

    /** The part of the network that an item belongs to. */
    static String part(Item item) {
        if (item.tensor().isEmpty()) {
            return "the cost";
        }
        Quantity quantity = item.tensor().get().quantity();
        int layer = item.layer().orElseThrow();
        return switch (quantity) {
            case Z, mu, var, N, A, D -> "the forward pass of layer " + layer;
            case dA, dZ, dW, db, dgamma, dbeta -> "the gradient of layer " + layer;
            case running_mean, running_var -> "what layer " + layer + " keeps for predictions";
            default -> "the update";
        };
    }

    static boolean isForward(Item item) {
        return item.tensor().filter(name -> FORWARD.contains(name.quantity())).isPresent();
    }

    static String formulas(Formulas formulas) {
        return " It is " + formulas.wrong() + "; right is " + formulas.right() + ".";
    }

    static String found(Candidate candidate, double before, double after) {
        return String.format(
                Locale.ROOT,
                "%s%s%s%s With the mistake put in, the largest difference falls from %.2g to %.2g.",
                candidate.mistake().sentence(),
                where(candidate),
                candidate.factor().map(Sentences::factor).orElse(""),
                formulas(candidate.formulas()),
                before,
                after);
    }

    private static String where(Candidate candidate) {
        if (candidate.whole()) {
            return "";
        }
        List<Integer> layers = candidate.layers();
        return (layers.size() == 1 ? " In layer " : " In layers ")
                + layers.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ".";
    }

    private static String factor(Named factor) {
        String number = number(factor.value());
        return factor.name().isEmpty() || KnownNumber.isPlain(factor.name())
                ? " The factor is " + number + "."
                : " The factor is " + factor.name() + " = " + number + ".";
    }

    /** Six digits, without zeros behind them that say nothing. */
    private static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.6g", value);
        return digits.contains(".") ? digits.replaceFirst("\\.?0+(?=e|$)", "") : digits;
    }

    /** What no mistake explains. */
    static String unknown(Naming.Rest rest) {
        List<Item> items = List.copyOf(rest.court().failing().keySet());
        String part = part(items.get(0));
        String measured = Pattern.of(items.stream()
                .filter(item -> item.quantity().equals("cost")
                        ? items.get(0).quantity().equals("cost")
                        : item.equals(items.get(0)))
                .map(rest.court().failing()::get)
                .toList());
        return rest.inPart()
                ? part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1) + " remains unknown: " + measured
                        + "."
                : "No known mistake explains it: " + measured + ".";
    }

    /**
     * What would tell the rule of an update that may carry something from steps before it.
     *
     * @param iteration where the update starts
     * @param followed whether the trace holds the update before or behind it, so that momentum would have shown
     */
    static String stateful(int iteration, boolean followed) {
        String decides = followed
                ? "Adam can be told by the updates from iteration 0 on only"
                : "momentum can be told by the parameters of iteration " + (iteration + 2)
                        + ", Adam by the updates from iteration 0 on";
        return " The trace does not hold all steps before iteration " + iteration
                + ", of which an optimizer may carry something: " + decides + ".";
    }

    /** The quantity and layer of what has no name, such as {@code dW of layer 1}. */
    static Optional<Integer> layer(Naming.Rest rest) {
        return rest.court().failing().keySet().iterator().next().layer();
    }
}
