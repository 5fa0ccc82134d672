package org.twinnet.compare.agreement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.floor.CostFloor;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.step.Chapters;
import org.twinnet.data.Dataset;

/**
 * Training that diverges, in both networks alike or where rounding decides which of them meets ∞ − ∞ first. It says
 * nothing against either of them: the settings and the data are at fault.
 *
 * @param kind how it diverges
 * @param iteration first iteration whose cost is not finite, even from the logit; the last iteration where costs stay
 *     finite
 * @param firstCost cost of the first iteration, from the logit; not finite where nothing is
 * @param lastCost last finite cost, from the logit
 * @param cause what makes it diverge
 */
public record Divergence(Kind kind, int iteration, double firstCost, double lastCost, Cause cause) {

    /** A cost this many times the first one is no detour of training. */
    private static final double GROWTH = 1000;

    /** A step of gradient descent on the penalty alone takes so many times W from W, which grows from here on. */
    private static final double LARGEST_DECAY = 2;

    /** Features of ordinary data are a few units large; from here on their scale decides how large a step is. */
    private static final double LARGE_FEATURE = 30;

    /** How training diverges. */
    public enum Kind {
        /** Both networks left the range of doubles, or one did where no cost is determined any more. */
        LEFT_DOUBLES,
        /** The costs grow without bound, and are still finite at the end. */
        GROWS;

        /** The name in files. */
        @Override
        public String toString() {
            return label(name());
        }
    }

    /** What makes training diverge, and so what mends it. */
    public enum Cause {
        /** The factor of what dropout keeps is beyond the range of doubles. */
        KEEP_PROBABILITY,
        /** Each step on the penalty overshoots. */
        PENALTY,
        /** Features are large: they are to be scaled. */
        FEATURES,
        /** Nothing else is known: the learning rate is too large. */
        LEARNING_RATE;

        /** The name in files. */
        @Override
        public String toString() {
            return label(name());
        }
    }

    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Looks at the costs of both free runs.
     *
     * @param experiment what was trained
     * @param training the training examples
     * @param costs costs of one run
     * @param others costs of the other
     * @param firstNotFinite first iteration of each run whose cost is not finite; −1 when there is none
     * @param floors floors of the reported costs
     * @return empty where a network converges or stays where it is
     */
    static Optional<Divergence> of(
            Experiment experiment,
            Dataset training,
            List<CostPoint> costs,
            List<CostPoint> others,
            List<Integer> firstNotFinite,
            List<CostFloor> floors) {
        double first = costs.get(0).logitCost();
        double last = lastFinite(costs);
        List<Integer> left =
                firstNotFinite.stream().filter(iteration -> iteration >= 0).toList();
        OptionalInt open = left.stream()
                .sorted()
                .filter(iteration -> isOpen(costs, floors, iteration))
                .mapToInt(i -> i)
                .findFirst();
        if (left.size() == firstNotFinite.size() || open.isPresent()) {
            int iteration =
                    open.orElseGet(() -> left.stream().mapToInt(i -> i).max().orElseThrow());
            return Optional.of(new Divergence(Kind.LEFT_DOUBLES, iteration, first, last, cause(experiment, training)));
        }
        boolean grows = last > GROWTH * first
                && lastFinite(others) > GROWTH * others.get(0).logitCost();
        return grows && left.isEmpty()
                ? Optional.of(new Divergence(
                        Kind.GROWS, experiment.iterations() - 1, first, last, cause(experiment, training)))
                : Optional.empty();
    }

    /**
     * Whether no cost is determined at the first reported iteration from one on: only then may a single run have left
     * the range of doubles.
     */
    private static boolean isOpen(List<CostPoint> costs, List<CostFloor> floors, int iteration) {
        return IntStream.range(0, floors.size())
                .filter(i -> costs.get(i).iteration() >= iteration)
                .mapToObj(floors::get)
                .findFirst()
                .filter(floor -> !Double.isFinite(floor.reported()) && !Double.isFinite(floor.fromLogit()))
                .isPresent();
    }

    private static double lastFinite(List<CostPoint> costs) {
        double last = Double.NaN;
        for (CostPoint point : costs) {
            last = Double.isFinite(point.logitCost()) ? point.logitCost() : last;
        }
        return last;
    }

    /** Of the smallest batch, where the batch divides λ. */
    private static double squares(Experiment experiment, int m) {
        Batches batches = experiment.batches();
        int last = batches.examples(batches.perEpoch(m) - 1, m);
        return experiment.penalty().squares(experiment.penalty().divisor(m, last));
    }

    private static Cause cause(Experiment experiment, Dataset training) {
        Chapters chapters = Chapters.of(experiment);
        if (IntStream.range(0, chapters.depth())
                .mapToObj(chapters::dropout)
                .flatMap(Optional::stream)
                .anyMatch(dropout -> dropout.overflows(Rounding.of(experiment.precision())))) {
            return Cause.KEEP_PROBABILITY;
        }
        if (experiment.optimizer().learningRate() * squares(experiment, training.size()) > LARGEST_DECAY) {
            return Cause.PENALTY;
        }
        double largest = 0;
        for (double[] row : training.featureRows()) {
            for (double x : row) {
                largest = Math.max(largest, Math.abs(x));
            }
        }
        return largest > LARGE_FEATURE ? Cause.FEATURES : Cause.LEARNING_RATE;
    }
}
