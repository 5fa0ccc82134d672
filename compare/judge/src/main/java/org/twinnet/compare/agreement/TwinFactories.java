package org.twinnet.compare.agreement;

import java.util.List;
import java.util.function.BiFunction;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.decimal.DecimalGradient;
import org.twinnet.compare.twin.dl4j.Dl4jChoices;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.compare.twin.witness.CentralDifferences;
import org.twinnet.compare.twin.witness.GradientWitness;
import org.twinnet.compare.twin.witness.SameDiffGradient;
import org.twinnet.data.Dataset;

/**
 * Where the networks of a comparison come from.
 *
 * @param scratch makes the hand-written network
 * @param dl4j makes DL4J's network
 * @param stockLoss makes DL4J's network with its stock loss
 * @param stockUpdater makes DL4J's network with its stock updater
 * @param witnesses makes the independent witnesses of the gradient
 */
public record TwinFactories(
        TwinFactory scratch,
        TwinFactory dl4j,
        TwinFactory stockLoss,
        TwinFactory stockUpdater,
        BiFunction<Experiment, Dataset, List<GradientWitness>> witnesses) {

    /** The loss of DL4J's network. */
    public enum Loss {
        /** Cross-entropy from the logit: exact. */
        LOGIT,
        /** DL4J's own, which clips probabilities at 1e-5. */
        STOCK
    }

    /**
     * Networks whose stock updater is that of this project.
     *
     * @param scratch makes the hand-written network
     * @param dl4j makes DL4J's network
     * @param stockLoss makes DL4J's network with its stock loss
     * @param witnesses makes the independent witnesses of the gradient
     */
    public TwinFactories(
            TwinFactory scratch,
            TwinFactory dl4j,
            TwinFactory stockLoss,
            BiFunction<Experiment, Dataset, List<GradientWitness>> witnesses) {
        this(scratch, dl4j, stockLoss, Dl4jTwin::withStockUpdater, witnesses);
    }

    /**
     * The networks of this project.
     *
     * @param loss the loss of DL4J's network
     * @return both twins and all witnesses
     */
    public static TwinFactories standard(Loss loss) {
        return new TwinFactories(
                ScratchTwin.factory(),
                loss == Loss.LOGIT ? Dl4jTwin::withLogitLoss : Dl4jTwin::withStockLoss,
                Dl4jTwin::withStockLoss,
                TwinFactories::witnesses);
    }

    /**
     * Networks that begin elsewhere than their experiment says.
     *
     * @param parameters their first parameters, in the order of {@code ParameterIndex}
     * @param statistics the running statistics that they predict by; empty without batch normalization
     * @return the same networks, set to these numbers
     */
    public TwinFactories from(double[] parameters, double[] statistics) {
        return new TwinFactories(
                new From(scratch, parameters, statistics),
                new From(dl4j, parameters, statistics),
                new From(stockLoss, parameters, statistics),
                new From(stockUpdater, parameters, statistics),
                (experiment, training) -> witnesses.apply(experiment.with(From.ANY), training));
    }

    /** What the experiment says of its beginning is not looked at: a file that it names need not be there yet. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared by equals
    private record From(TwinFactory factory, double[] parameters, double[] statistics) implements TwinFactory {

        private static final Initialization ANY = new Initialization.ScaledGaussian(1);

        @Override
        public Twin create(Experiment experiment, Dataset training) {
            return begun(factory.create(experiment.with(ANY), training));
        }

        @Override
        public Twin createReordered(Experiment experiment, Dataset training, long order) {
            return begun(factory.createReordered(experiment.with(ANY), training, order));
        }

        private Twin begun(Twin twin) {
            twin.setParameters(parameters);
            twin.setStatistics(statistics);
            return twin;
        }
    }

    /**
     * A witness knows more than the twins: whatever these compute in, it computes in double precision or beyond, from
     * their parameters and the examples as they hold them.
     */
    private static List<GradientWitness> witnesses(Experiment experiment, Dataset training) {
        Experiment exact = experiment.with(Precision.FLOAT64);
        Dataset held = experiment.precision().round(training);
        return List.of(
                new CentralDifferences(exact, held),
                new SameDiffGradient(exact, held),
                new DecimalGradient(exact, held));
    }

    /**
     * Refuses what one of the networks of this project cannot be trained with.
     *
     * @param experiment what is to be trained
     * @throws SettingException if DL4J has no such thing; the message says what it lacks
     */
    public static void requireTrainable(Experiment experiment) {
        Dl4jChoices.settings(experiment);
    }
}
