package org.twinnet.compare.move.guide;

import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Normalization.RunningVariance;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.source.ShippedData;

/** What DL4J does otherwise with numbers, layers, activations and losses. */
final class LayerGuide {

    private LayerGuide() {}

    private static String said(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    /** The published network with all but one matrix as it was trained. */
    private static String transposed() {
        Experiment experiment = Experiment.of(2, 8, 8, 1).iterations(PenaltyGuide.ITERATIONS);
        Dataset test = ShippedData.pitch().test().orElseThrow();
        try (Twin twin =
                ScratchTwin.factory().create(experiment, ShippedData.pitch().train())) {
            twin.train(experiment.iterations());
            double right = share(twin, test);
            double[] theta = new double[twin.parameterCount()];
            twin.copyParametersTo(theta);
            double[] turned = theta.clone();
            int W2 = 2 * 8 + 8;
            for (int k = 0; k < 64; k++) {
                turned[W2 + k] = theta[W2 + k % 8 * 8 + k / 8];
            }
            twin.setParameters(turned);
            return said("%.1f %% of the test examples right in place of %.1f %%", 100 * share(twin, test), 100 * right);
        }
    }

    private static double share(Twin twin, Dataset test) {
        double[] outputs = twin.predict(test.featureRows());
        int right = 0;
        for (int j = 0; j < test.size(); j++) {
            right += outputs[j] >= 0.5 == test.targetRows()[j][0] >= 0.5 ? 1 : 0;
        }
        return (double) right / test.size();
    }

    /** The gradient of the bias of one sigmoid whose logit is −16 and whose label is 1. */
    private static double gradient(TwinFactory factory) {
        Dataset one = Dataset.of("one", List.of("x"), new double[][] {{-1}}, new double[] {1});
        try (Twin twin = factory.create(Experiment.of(1, 1), one)) {
            twin.setParameters(new double[] {16, 0});
            return twin.snapshot().dataGradient()[1];
        }
    }

    /** Of the first number; of two examples that are alike. */
    private static double activated(IActivation activation, double... z) {
        INDArray Z = Nd4j.createFromArray(new double[][] {z, z});
        return activation.getActivation(Z, false).getDouble(0);
    }

    private static double slope(IActivation activation, double z) {
        INDArray Z = Nd4j.createFromArray(new double[][] {{z}});
        return activation.backprop(Z, Nd4j.onesLike(Z)).getFirst().getDouble(0);
    }

    private static Experiment normalized(double decay, double epsilon, RunningVariance variance) {
        Normalization norm = new Normalization.BatchNorm(decay, epsilon, variance);
        return Experiment.of(2, 20, 1)
                .with(List.of(new Layer(20, new Activation.Relu(), 1, norm), new Layer(1, new Activation.Sigmoid(), 1)))
                .iterations(100);
    }

    private static String answers(Experiment right, Experiment slip) {
        return said(
                "answers up to %s apart after %d iterations",
                Trained.number(Trained.of(right).answersApart(Trained.of(slip))), right.iterations());
    }

    private static String squares() {
        Experiment quadratic = Experiment.of(ShippedData.waves().train().featureCount(), 8, 1)
                .with(new Activation.Identity())
                .with(new Loss.Quadratic())
                .iterations(PenaltyGuide.ITERATIONS);
        Trained right = Trained.of(ScratchTwin.factory(), quadratic, ShippedData.waves());
        Trained slip =
                Trained.of(ScratchTwin.factory(), quadratic.with(new Loss.MeanSquaredError()), ShippedData.waves());
        return said(
                "a step twice as long: mean squared error %s in place of %s on the shipped waves",
                Trained.number(slip.error()), Trained.number(right.error()));
    }

    static List<Difference> numbers() {
        Experiment published = PenaltyGuide.published();
        Trained single = Trained.of(published.with(Precision.FLOAT32));
        return List.of(
                new Difference(
                        "A configuration is single precision",
                        "NumPy and Java: 53 bits",
                        "24 bits unless the configuration says otherwise, whatever ND4J's own default is",
                        "the published network",
                        "no `.dataType(…)`",
                        said(
                                "parameters %s of the largest apart after %d iterations",
                                said("%.0e", Trained.of(published).parted(single)), published.iterations()),
                        "`.dataType(DataType.DOUBLE)`"),
                new Difference(
                        "W is inputs × units, kept column by column",
                        "PyTorch and the course: units × inputs; Keras and scikit-learn: inputs × units",
                        "Z = A·W + b; the numbers in their order are those of units × inputs row by row",
                        "a square matrix, which fits both ways: W² of 2-8-8-1",
                        "`setParam(\"1_W\", W2)` of units × inputs",
                        transposed(),
                        "`setParam(\"1_W\", Nd4j.createFromArray(W2).transpose())`"));
    }

    static List<Difference> losses() {
        return List.of(
                new Difference(
                        "`LossBinaryXENT` clips probabilities",
                        "−y·ln a − (1 − y)·ln(1 − a), dZ = a − y",
                        "a is brought to c = 1e-5 … 1 − c first; beyond it dZ = ±σ′(z)/(1 − c), which goes to 0",
                        "an example of label 1 with the logit −16",
                        "`new LossBinaryXENT()`",
                        said(
                                "db there is %.3f in place of %.3f: an example that is confidently wrong stops teaching",
                                gradient(Dl4jTwin::withStockLoss), gradient(Dl4jTwin::withLogitLoss)),
                        "`new LogitCrossEntropy()`; every report says what the clip would change"),
                new Difference(
                        "`ActivationSoftmax` subtracts no largest logit below 0",
                        "eᶻ⁻ᴹ/Σ eᶻ⁻ᴹ, M the largest logit of the example",
                        "eᶻ/Σ eᶻ where all logits are below 0; the score of `LossMCXENT` stops at −ln 1e-10 = 23",
                        "logits −800 and −801",
                        "`.activation(Activation.SOFTMAX)`",
                        said("the answer is %s in place of 0.73", activated(new ActivationSoftmax(), -800, -801)),
                        "`.activation(new SoftmaxActivation())` with `new LogitSoftmaxCrossEntropy()`"),
                new Difference(
                        "Squared errors have no ½",
                        "1/(2m)·ΣΣ (a − y)²",
                        "`LossMSE` is the mean over the outputs, 1/(m·K)·ΣΣ (a − y)², `LossL2` their sum",
                        "one output, α = 0.3",
                        "`new LossMSE()`",
                        squares(),
                        "`new QuadraticLoss()`"),
                new Difference(
                        "`ActivationGELU` is an approximation",
                        "z·Φ(z)",
                        "z·σ(1.702·z), or with `precise` another approximation",
                        "z = 1: 0.8413",
                        "`.activation(Activation.GELU)`",
                        said(
                                "off by %.4f, with `precise` by %.4f",
                                Math.abs(activated(new ActivationGELU(), 1) - 0.841344746068543),
                                Math.abs(activated(new ActivationGELU(true), 1) - 0.841344746068543)),
                        "`.activation(new ExactGeluActivation())`"),
                new Difference(
                        "Other activations end early",
                        "leaky ReLU: slope s below 0 and 0 at 0; ln(1 + eᶻ); z/(1 + e⁻ᶻ)",
                        "`ActivationLReLU` keeps its slope in single precision and takes 1 at 0; the others overflow",
                        "s = 0.01; z = 800",
                        "`Activation.LEAKYRELU`, `SOFTPLUS`, `SWISH`",
                        said(
                                "slope %.12f; softplus %s in place of 800; slope of the swish %s in place of 1",
                                slope(new ActivationLReLU(0.01), -1),
                                activated(new ActivationSoftPlus(), 800),
                                slope(new ActivationSwish(), 800)),
                        "`new LeakyReluActivation(0.01)`, `new SoftplusActivation()`, `new SwishActivation()`"));
    }

    static List<Difference> normalization() {
        Experiment right = normalized(0.9, 1e-5, RunningVariance.BIASED);
        Experiment unbiased = normalized(0.9, 1e-5, RunningVariance.UNBIASED).with(new Batches.Shuffled(8, 1));
        double kept = 0.25;
        return List.of(
                new Difference(
                        "`decay` is the share of the old statistics",
                        "PyTorch's `momentum=0.1` is the share of the new batch; Keras' `momentum` that of the old",
                        "running = decay·running + (1 − decay)·batch",
                        "`momentum=0.1` is `decay(0.9)`",
                        "`.decay(0.1)`",
                        answers(
                                right.with(new Batches.Shuffled(8, 1)),
                                normalized(0.1, 1e-5, RunningVariance.BIASED).with(new Batches.Shuffled(8, 1))),
                        "`.decay(0.9)`"),
                new Difference(
                        "Libraries have another ε there too",
                        "Keras: 1e-3",
                        "1e-5, as PyTorch",
                        "one hidden layer of 20 units",
                        "`new BatchNormalization()`",
                        answers(normalized(0.9, 1e-3, RunningVariance.BIASED), right),
                        "`.eps(1e-3)`"),
                new Difference(
                        "The running variance is that of B",
                        "PyTorch: Σ(z − μ)²/(B − 1)",
                        "Σ(z − μ)²/B, by which it normalizes",
                        "batches of 8",
                        "`new BatchNormalization()`",
                        answers(
                                unbiased,
                                normalized(0.9, 1e-5, RunningVariance.BIASED).with(new Batches.Shuffled(8, 1))),
                        "`new UnbiasedBatchNormalization(units, 0.9, 1e-5)`"),
                new Difference(
                        "A saved `useLogStd(false)` is read back as true",
                        "σ²",
                        "log10 σ by default, exact to 2e-15 of σ²; a saved model that kept σ² is read as if it were that",
                        "σ² = 0.25",
                        "`.useLogStd(false)`, saved and restored",
                        said("it becomes 10^(2·%.2f) = %.2f", kept, Math.pow(10, 2 * kept)),
                        "without `.useLogStd(false)`, or `setUseLogStd(false)` again before `init`"),
                new Difference(
                        "Batch normalization is a layer of its own",
                        "Z, batch normalization, activation",
                        "`BatchNormalization` between a `DenseLayer` with the identity and an `ActivationLayer`; on a"
                                + " batch of one example it fails (\"Output array did not match expected shape\"),"
                                + " and clipping clips what its statistics move by",
                        "211 examples in batches of 8 leave 3, in batches of 10 one",
                        "`.activation(Activation.RELU)` before it: A is normalized in place of Z",
                        "training ends at the lone example; another network, which `check --dl4j` names",
                        "`new LoneExampleBatchNormalization(units, 0.9, 1e-5)`, with an updater of its own that clips"));
    }
}
