package org.twinnet.compare.convention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.data.Dataset;

/**
 * How far two updates part that are easily taken for the same: the largest difference of a parameter after some
 * iterations, relative to the largest parameter. A row is there only where the experiment has such an update.
 */
final class UpdateConventions {

    /** Enough to part, few enough to cost nothing beside a comparison. */
    private static final int ITERATIONS = 100;

    private final Experiment experiment;
    private final Dataset training;

    private UpdateConventions(Experiment experiment, Dataset training) {
        this.experiment = experiment;
        this.training = training;
    }

    /** Measures those that the experiment has. */
    static List<Convention> measure(TwinFactories factories, Experiment experiment, Dataset training) {
        UpdateConventions conventions = new UpdateConventions(experiment, training);
        List<Convention> measured = new ArrayList<>();
        Optimizer optimizer = experiment.optimizer();
        if (experiment.weightDecay() > 0) {
            measured.add(conventions.parted(
                    Convention.Id.DECAY_L2,
                    factories.scratch(),
                    (it, data) -> factories.scratch().create(withPenalty(it), data)));
        }
        if (optimizer instanceof Optimizer.Rmsprop || optimizer instanceof Optimizer.Adagrad) {
            measured.add(conventions.stock(Convention.Id.STOCK_STATE, factories));
        }
        if (optimizer instanceof Optimizer.Nesterov && !(experiment.schedule() instanceof Schedule.Constant)) {
            measured.add(conventions.stock(Convention.Id.STOCK_NESTEROV, factories));
        }
        if (optimizer instanceof Optimizer.Moments moments && moments.epsilonPlace() == EpsilonPlace.AFTER_CORRECTION) {
            measured.add(conventions.stock(Convention.Id.STOCK_EPSILON, factories));
        }
        Experiment biased = withBiasedVariance(experiment);
        if (!biased.equals(experiment)) {
            measured.add(conventions.predictions(factories.dl4j(), biased));
        }
        return measured;
    }

    /** With DL4J's own running variance in each layer. */
    private static Experiment withBiasedVariance(Experiment experiment) {
        return experiment.with(experiment.layers().stream()
                .map(layer -> layer.batchNorm() instanceof Normalization.BatchNorm norm
                        ? layer.with(new Normalization.BatchNorm(
                                norm.decay(), norm.epsilon(), Normalization.RunningVariance.BIASED))
                        : layer)
                .toList());
    }

    /** The largest difference of a prediction on the training examples, in their own unit. */
    private Convention predictions(TwinFactory factory, Experiment other) {
        Function<Twin, double[]> predictions = twin -> twin.predict(training.featureRows());
        double[] own = trained(factory, experiment, predictions);
        double[] stock = trained(factory, other, predictions);
        double difference = 0;
        for (int i = 0; i < own.length; i++) {
            difference = Math.max(difference, Math.abs(own[i] - stock[i]));
        }
        return new Convention(
                Convention.Id.STOCK_VARIANCE, 0, difference, Double.isFinite(difference) ? own.length : 0);
    }

    /** The decay as a penalty, in place of itself. */
    private static Experiment withPenalty(Experiment experiment) {
        Penalty penalty = experiment.penalty();
        return experiment
                .with(new Penalty(
                        penalty.l2(),
                        penalty.l1(),
                        penalty.l2Coefficient() + experiment.weightDecay(),
                        penalty.l1Coefficient(),
                        penalty.biases(),
                        penalty.over()))
                .weightDecay(0);
    }

    private Convention stock(Convention.Id id, TwinFactories factories) {
        return parted(id, factories.dl4j(), factories.stockUpdater());
    }

    private Convention parted(Convention.Id id, TwinFactory own, TwinFactory other) {
        double[] theta = trained(own, experiment, UpdateConventions::parameters);
        double[] apart = trained(other, experiment, UpdateConventions::parameters);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < theta.length; i++) {
            largest = Math.max(largest, Math.abs(theta[i]));
            difference = Math.max(difference, Math.abs(theta[i] - apart[i]));
        }
        // nothing is measured where a run has left the range of doubles
        double parted = difference / largest;
        return new Convention(id, 0, parted, Double.isFinite(parted) ? theta.length : 0);
    }

    private static double[] parameters(Twin twin) {
        double[] parameters = new double[twin.parameterCount()];
        twin.copyParametersTo(parameters);
        return parameters;
    }

    /** Of a network after some iterations. */
    private double[] trained(TwinFactory factory, Experiment trained, Function<Twin, double[]> numbers) {
        try (Twin twin = factory.create(trained, training)) {
            twin.train(Math.min(ITERATIONS, trained.iterations()));
            return numbers.apply(twin);
        }
    }
}
