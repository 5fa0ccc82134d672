package org.twinnet.compare.move.back;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.move.model.Part;

/** The penalty, the weight decay and the batches that the regularization of a layer tells of. */
final class PenaltyChoice {

    private static final String FIXED = "a fixed number";

    private final Place place;
    private final List<Part> ofWeights;
    private final List<Part> ofBiases;

    PenaltyChoice(Place place, Part layer) {
        this.place = place;
        this.ofWeights = layer.sequence("regularization");
        this.ofBiases = layer.sequence("regularizationBias");
    }

    Penalty penalty() {
        List<Part> penalties = ofWeights.stream().filter(it -> !isDecay(it)).toList();
        boolean biases = !ofBiases.isEmpty();
        if (biases && !ofBiases.equals(penalties)) {
            throw place.refused("a penalty of the biases that is not that of its weights", "the same of both, or none");
        }
        if (strengths().isEmpty()) {
            return new Penalty(0, 0, sum("L2Regularization", "l2"), sum("L1Regularization", "l1"), biases, over(false));
        }
        return new Penalty(
                ofBatch("l2", "lambda"),
                ofBatch("l1", "lambda"),
                ofBatch("l2", "coefficient"),
                ofBatch("l1", "coefficient"),
                biases,
                over(true));
    }

    private static PenaltyOver over(boolean batch) {
        return batch ? PenaltyOver.BATCH : PenaltyOver.TRAINING_SET;
    }

    private static boolean isDecay(Part term) {
        return term.is("WeightDecay", "DecoupledDecay");
    }

    double weightDecay() {
        double own = 0;
        for (Part term : ofWeights) {
            if (term.is("WeightDecay") && !term.flag("applyLR", true)) {
                throw place.refused("a weight decay that the learning rate does not scale", "one that it does");
            }
            own += term.is("DecoupledDecay") ? term.number("coefficient", Double.NaN) : 0;
        }
        return own + sum("WeightDecay", "coeff");
    }

    /** DL4J adds up what stands several times. */
    private double sum(String type, String name) {
        double sum = 0;
        for (Part term : ofWeights) {
            if (term.is(type)) {
                sum += fixed(term, name);
            }
        }
        return sum;
    }

    private double fixed(Part term, String name) {
        Optional<Part> schedule = term.part(name);
        if (schedule.filter(it -> !it.is("FixedSchedule")).isPresent()) {
            throw place.refused(term.type() + " by a " + schedule.get().type(), FIXED);
        }
        return schedule.map(it -> it.number("value", Double.NaN)).orElse(term.number(name, Double.NaN));
    }

    /** What knows the sizes of the batches. */
    private List<Part> strengths() {
        List<Part> found = new ArrayList<>();
        for (Part term : ofWeights) {
            term.part("l2")
                    .or(() -> term.part("l1"))
                    .filter(it -> it.is("BatchStrength"))
                    .ifPresent(found::add);
        }
        return found;
    }

    private double ofBatch(String name, String number) {
        double sum = 0;
        for (Part term : ofWeights) {
            Optional<Part> strength = term.part(name);
            if (strength.isPresent()) {
                sum += strength.get().is("BatchStrength")
                        ? strength.get().number(number, Double.NaN)
                        : number.equals("coefficient") ? fixed(term, name) : 0;
            }
        }
        return sum;
    }

    /** The batches of an epoch, where a penalty that each batch divides tells of them. */
    Optional<Batches> batches() {
        List<Part> strengths = strengths();
        if (strengths.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sizes = strengths.get(0).lists().getOrDefault("sizes", List.of());
        boolean one = strengths.stream().allMatch(it -> sizes.equals(it.lists().get("sizes")));
        int last = sizes.size() - 1;
        boolean even = last >= 0
                && sizes.subList(0, last).stream().allMatch(sizes.get(0)::equals)
                && sizes.get(last) <= sizes.get(0);
        if (!one || !even) {
            throw place.refused("penalties of batches of " + sizes + " examples", "batches of one size but the last");
        }
        return Optional.of(new Batches.Shuffled(sizes.get(0).intValue(), 1));
    }

    /** The training examples that these batches are. */
    Optional<Integer> examples() {
        return strengths().stream()
                .findFirst()
                .map(it -> it.lists().getOrDefault("sizes", List.of()).stream()
                        .mapToInt(Double::intValue)
                        .sum());
    }
}
