package org.twinnet.compare.convention;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.twinnet.compare.agreement.ClipCost;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.Dataset;

/** Measures, on the first iteration of an experiment, the conventions in which DL4J differs from the notebook. */
public final class Conventions {

    private final Experiment experiment;
    private final int penaltyOver;
    private final ParameterIndex index;
    private final double[] theta;
    private final Twin.Snapshot dl4j;
    private final Twin.Snapshot scratch;
    private final double[] update;

    private Conventions(TwinFactories factories, Experiment experiment, Dataset training) {
        this.experiment = experiment;
        int m = training.size();
        this.penaltyOver = experiment.penalty().divisor(m, experiment.batches().examples(0, m));
        this.index = ParameterIndex.of(experiment);
        try (Twin left = factories.scratch().create(experiment, training);
                Twin right = factories.dl4j().create(experiment, training)) {
            this.theta = new double[right.parameterCount()];
            right.copyParametersTo(theta);
            this.scratch = left.snapshot();
            this.dl4j = right.snapshot();
            this.update = theta.clone();
            right.step();
            right.copyUpdateTo(update);
        }
    }

    /**
     * Measures.
     *
     * @param factories where the networks come from
     * @param experiment what was trained
     * @param training training examples
     * @param clip what the stock loss's clip would change
     * @return each convention, in the order of the report
     */
    public static List<Convention> measure(
            TwinFactories factories, Experiment experiment, Dataset training, ClipCost clip) {
        Conventions conventions = new Conventions(factories, experiment, training);
        List<Convention> measured = new ArrayList<>();
        measured.add(conventions.l2Gradient());
        measured.add(conventions.l2Score());
        if (!(experiment.batches() instanceof Batches.Full)) {
            measured.add(conventions.l2Batch(factories, training));
        }
        measured.add(conventions.dropoutScale());
        measured.add(conventions.dropoutShare());
        measured.add(conventions.gradientAveraged());
        // of numbers there is no probability to clip
        boolean clips = experiment.targets().areLabels();
        measured.add(new Convention(Convention.Id.CLIP_COST, 0, clip.costDifference(), clips ? 1 : 0));
        measured.add(new Convention(
                Convention.Id.CLIP_GRADIENT, 0, clip.gradientDifference(), clips ? conventions.theta.length : 0));
        measured.addAll(UpdateConventions.measure(factories, experiment, training));
        return List.copyOf(measured);
    }

    /** Whether squares alone are penalized, so that a ratio to them says something. */
    private boolean isSquares() {
        return experiment.penalty().squares(penaltyOver) > 0
                && !experiment.penalty().hasMagnitudes();
    }

    private Convention l2Gradient() {
        return worst(
                Convention.Id.L2_GRADIENT,
                experiment.penalty().squares(penaltyOver),
                isSquares() ? perWeight(dl4j.penaltyGradient()) : new double[0]);
    }

    private double[] perWeight(double[] gradient) {
        DoubleStream.Builder ratios = DoubleStream.builder();
        for (ParameterIndex.Slice slice : index.tensors()) {
            for (int i = slice.offset(); i < slice.offset() + slice.length(); i++) {
                if (slice.symbol().equals("W") && theta[i] != 0) {
                    ratios.add(gradient[i] / theta[i]);
                }
            }
        }
        return ratios.build().toArray();
    }

    /** In the last batch of the first epoch, where it is short: a network with l2(λ/B), B examples in a whole batch. */
    private Convention l2Batch(TwinFactories factories, Dataset training) {
        int m = training.size();
        Batches batches = experiment.batches();
        int whole = batches.examples(0, m);
        int last = batches.perEpoch(m) - 1;
        Penalty penalty = experiment.penalty();
        double[] ratios = new double[0];
        if (isSquares() && batches.examples(last, m) < whole) {
            double constant = penalty.squares(whole);
            Experiment stock =
                    experiment.with(new Penalty(0, 0, constant, 0, penalty.biases(), PenaltyOver.TRAINING_SET));
            try (Twin twin = factories.dl4j().create(stock, training)) {
                twin.restore(twin.state().at(last));
                ratios = perWeight(twin.snapshot().penaltyGradient());
            }
        }
        return worst(Convention.Id.L2_BATCH, penalty.squares(batches.examples(last, m)), ratios);
    }

    private Convention l2Score() {
        double squares = 0;
        for (ParameterIndex.Slice slice : index.tensors()) {
            for (int i = slice.offset(); slice.symbol().equals("W") && i < slice.offset() + slice.length(); i++) {
                squares += theta[i] * theta[i];
            }
        }
        return worst(
                Convention.Id.L2_SCORE,
                experiment.penalty().squares(penaltyOver) / 2,
                isSquares() && !experiment.penalty().biases()
                        ? new double[] {dl4j.penalty() / squares}
                        : new double[0]);
    }

    /**
     * Over the kept units of the ReLU layers that are active, where A ÷ Z is the scale alone; each against the keep
     * probability of its own layer.
     */
    private Convention dropoutScale() {
        double expected = Double.NaN;
        double measured = Double.NaN;
        long compared = 0;
        for (int l = 0; l < dl4j.activations().size() - 1; l++) {
            double scale = 1 / experiment.layers().get(l).keepProb();
            double[] z = dl4j.preActivations().get(l).values();
            double[] a = dl4j.activations().get(l).values();
            for (int i = 0; i < z.length; i++) {
                if (scale > 1 && isRelu(l) && isPlain(l) && z[i] > 0 && a[i] != 0) {
                    double ratio = a[i] / z[i];
                    if (compared == 0 || !(Math.abs(ratio / scale - 1) <= Math.abs(measured / expected - 1))) {
                        expected = scale;
                        measured = ratio;
                    }
                    compared++;
                }
            }
        }
        return new Convention(Convention.Id.DROPOUT_SCALE, expected, measured, compared);
    }

    private boolean isRelu(int index) {
        return experiment.layers().get(index).activation() instanceof Activation.Relu;
    }

    /** Whether the activation gets Z itself. */
    private boolean isPlain(int index) {
        return experiment.layers().get(index).batchNorm() instanceof Normalization.None;
    }

    /** Of the units that are active; expected is the mean of their keep probabilities. */
    private Convention dropoutShare() {
        long active = 0;
        long kept = 0;
        double expected = 0;
        for (int l = 0; l < dl4j.activations().size() - 1; l++) {
            double keep = experiment.layers().get(l).keepProb();
            double[] z = dl4j.preActivations().get(l).values();
            double[] a = dl4j.activations().get(l).values();
            for (int i = 0; i < a.length; i++) {
                if (keep < 1 && (!isRelu(l) || (isPlain(l) && z[i] > 0))) {
                    active++;
                    expected += keep;
                    kept += a[i] != 0 ? 1 : 0;
                }
            }
        }
        return new Convention(Convention.Id.DROPOUT_SHARE, expected / active, (double) kept / active, active);
    }

    /**
     * Over the gradients that are not tiny beside the largest: a ratio of rounding errors says nothing. Only gradient
     * descent without limits and decay subtracts the gradient itself.
     */
    private Convention gradientAveraged() {
        double[] mean = scratch.dataGradient().clone();
        double largest = 0;
        for (int i = 0; i < mean.length; i++) {
            mean[i] += scratch.penaltyGradient()[i];
            largest = Math.max(largest, Math.abs(mean[i]));
        }
        DoubleStream.Builder ratios = DoubleStream.builder();
        boolean plain = experiment.optimizer() instanceof Optimizer.GradientDescent
                && experiment.weightDecay() == 0
                && experiment.clip() instanceof Clipping.None;
        for (int i = 0; plain && i < mean.length; i++) {
            if (Math.abs(mean[i]) > 1e-3 * largest) {
                ratios.add(update[i] / (experiment.optimizer().learningRate() * mean[i]));
            }
        }
        return worst(Convention.Id.GRADIENT_AVERAGED, 1, ratios.build().toArray());
    }

    private static Convention worst(Convention.Id id, double expected, double[] measured) {
        double worst = measured.length == 0 ? Double.NaN : measured[0];
        for (double value : measured) {
            if (!(Math.abs(value - expected) <= Math.abs(worst - expected))) {
                worst = value;
            }
        }
        return new Convention(id, expected, worst, measured.length);
    }
}
