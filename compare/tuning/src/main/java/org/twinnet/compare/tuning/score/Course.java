package org.twinnet.compare.tuning.score;

import java.util.Locale;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.tuning.FoldScore;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.space.Setting;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.data.Dataset;

/** One training of a candidate, as far as it has come. */
final class Course implements AutoCloseable {

    /** Iterations between two looks at the clock: a few milliseconds. */
    private static final int STRETCH = 100;

    private final Trainings.Part part;
    private final Twin twin;
    private final Dataset validation;
    private final double[] parameters;

    Course(TwinFactory twins, Setting setting, int iterations, Trainings.Part part) {
        this.part = part;
        Experiment experiment = setting.experiment(
                "candidate", part.examples().train().featureCount(), iterations, part.weightSeed(), part.maskSeed());
        twin = twins.create(experiment, part.examples().train());
        validation = part.examples().test().orElseThrow();
        parameters = new double[twin.parameterCount()];
    }

    /** Trains until so many iterations are done. */
    void trainTo(int iteration, Clock clock) {
        while (twin.iteration() < iteration) {
            clock.check();
            twin.train(Math.min(STRETCH, iteration - twin.iteration()));
            requireFinite();
        }
    }

    private void requireFinite() {
        twin.copyParametersTo(parameters);
        for (double parameter : parameters) {
            if (!Double.isFinite(parameter)) {
                throw diverged("a parameter is " + parameter);
            }
        }
    }

    private CandidateFailure diverged(String how) {
        return new CandidateFailure(String.format(
                Locale.ROOT,
                "diverged by iteration %d of fold %d, repeat %d: %s",
                twin.iteration(),
                part.fold() + 1,
                part.repeat() + 1,
                how));
    }

    FoldScore score(Metric metric, Dataset whole) {
        double score;
        try {
            score = metric.of(twin.predict(validation.featureRows()), validation, whole);
        } catch (ArithmeticException e) {
            throw diverged(e.getMessage());
        }
        if (!Double.isFinite(score)) {
            throw diverged("the " + metric.label() + " is " + score);
        }
        return new FoldScore(part.fold(), part.repeat(), part.weightSeed(), part.maskSeed(), score);
    }

    @Override
    public void close() {
        twin.close();
    }
}
