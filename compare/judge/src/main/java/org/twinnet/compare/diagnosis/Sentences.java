package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.theory.mistake.Formulas;
import org.twinnet.compare.theory.mistake.KnownNumber.Named;
import org.twinnet.compare.trace.Quantity;

/** How findings are told. */
final class Sentences {

    private static final Set<Quantity> FORWARD = Set.of(Quantity.Z, Quantity.mu, Quantity.var, Quantity.N, Quantity.A);

    private Sentences() {}

    /** The part of the network that an item belongs to. */
    static Phrase part(Item item) {
        if (item.tensor().isEmpty()) {
            return SaidOfCheck.OF_COST.of();
        }
        Quantity quantity = item.tensor().get().quantity();
        int layer = item.layer().orElseThrow();
        return switch (quantity) {
            case Z, mu, var, N, A, D -> SaidOfCheck.OF_FORWARD.of(layer);
            case dA, dZ, dW, db, dgamma, dbeta -> SaidOfCheck.OF_GRADIENT.of(layer);
            case running_mean, running_var -> SaidOfCheck.OF_KEPT.of(layer);
            default -> SaidOfCheck.OF_UPDATE.of();
        };
    }

    static boolean isForward(Item item) {
        return item.tensor().filter(name -> FORWARD.contains(name.quantity())).isPresent();
    }

    static Phrase formulas(Formulas formulas) {
        return SaidOfCheck.FORMULAS.of(formulas.wrong(), formulas.right());
    }

    static Phrase found(Candidate candidate, double before, double after) {
        return Said.sentences(List.of(
                candidate.mistake().done(),
                where(candidate),
                candidate.factor().map(Sentences::factor).orElse(Phrase.NOTHING),
                formulas(candidate.formulas()),
                SaidOfCheck.FALLS.of(before, after)));
    }

    private static Phrase where(Candidate candidate) {
        if (candidate.whole()) {
            return Phrase.NOTHING;
        }
        List<Integer> layers = candidate.layers();
        SaidOfCheck in = layers.size() == 1 ? SaidOfCheck.IN_LAYER : SaidOfCheck.IN_LAYERS;
        return in.of(layers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static Phrase factor(Named factor) {
        String number = number(factor.value());
        return factor.name().isNothing()
                ? SaidOfCheck.FACTOR.of(number)
                : SaidOfCheck.NAMED_FACTOR.of(factor.name(), number);
    }

    /** Six digits, without zeros behind them that say nothing. */
    private static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.6g", value);
        return digits.contains(".") ? digits.replaceFirst("\\.?0+(?=e|$)", "") : digits;
    }

    /** What no mistake explains. */
    static Phrase unknown(Naming.Rest rest) {
        List<Item> items = List.copyOf(rest.court().failing().keySet());
        Phrase measured = Pattern.of(items.stream()
                .filter(item -> item.quantity().equals("cost")
                        ? items.get(0).quantity().equals("cost")
                        : item.equals(items.get(0)))
                .map(rest.court().failing()::get)
                .toList());
        return rest.inPart()
                ? SaidOfCheck.REMAINS.of(part(items.get(0)), measured)
                : SaidOfCheck.UNEXPLAINED.of(measured);
    }

    /**
     * What would tell the rule of an update that may carry something from steps before it.
     *
     * @param iteration where the update starts
     * @param followed whether the trace holds the update before or behind it, so that momentum would have shown
     */
    static Phrase stateful(int iteration, boolean followed) {
        return SaidOfCheck.STATEFUL.of(
                iteration, followed ? SaidOfCheck.TELLS_ADAM.of() : SaidOfCheck.TELLS_MOMENTUM.of(iteration + 2));
    }

    /** The quantity and layer of what has no name, such as {@code dW of layer 1}. */
    static Optional<Integer> layer(Naming.Rest rest) {
        return rest.court().failing().keySet().iterator().next().layer();
    }
}
