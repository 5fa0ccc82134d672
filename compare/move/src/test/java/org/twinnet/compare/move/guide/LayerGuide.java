package org.twinnet.compare.move.guide;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
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
import org.twinnet.data.Dataset;
import org.twinnet.data.source.ShippedData;
import org.twinnet.dl4j.loss.QuadraticLoss;
import org.twinnet.dl4j.normalization.UnbiasedBatchNormalization;

/** What DL4J does otherwise with numbers, layers, activations and losses. */
final class LayerGuide {

    private LayerGuide() {}

    private static String said(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    /** Trained by hand, given to DL4J, W² of it once as it is and once the other way round. */
    private static String transposed() {
        Experiment experiment = Experiment.of(2, 8, 8, 1).iterations(PenaltyGuide.ITERATIONS);
        Trained trained = Trained.of(experiment);
        Ported ported = Ported.of(experiment, ShippedData.pitch());
        MultiLayerNetwork network = ported.begun();
        network.setParams(Nd4j.createFromArray(trained.parameters()));
        double[][] W2 = new double[8][];
        for (int u = 0; u < 8; u++) {
            int row = 2 * 8 + 8 + u * 8;
            W2[u] = Arrays.copyOfRange(trained.parameters(), row, row + 8);
        }
        network.setParam("1_W", Nd4j.createFromArray(W2).transpose());
        trained.requireAlike(ported.judged(network), "W2 as it is");
        network.setParam("1_W", Nd4j.createFromArray(W2));
        return said(
                "%.1f %% of the test examples right in place of %.1f %%",
                100 * ported.judged(network).right(), 100 * trained.right());
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

    private static Ported ported(Experiment experiment) {
        return Ported.of(experiment, ShippedData.pitch());
    }

    private static BatchNormalization stock(double decay, double epsilon) {
        return new BatchNormalization.Builder().decay(decay).eps(epsilon).build();
    }

    private static String answers(Cost cost, Experiment right) {
        return said(
                "answers up to %s apart after %d iterations",
                Trained.number(cost.right().answersApart(cost.slip())), right.iterations());
    }

    /** Of a batch that an epoch leaves over; that of 3 units whose σ² is kept. */
    private static String loneExample() {
        MultiLayerNetwork network = ported(Experiment.of(2, 3, 1))
                .norm(() -> new BatchNormalization.Builder().useLogStd(false).build())
                .begun();
        DataSet one =
                new DataSet(Nd4j.createFromArray(new double[][] {{1, 2}}), Nd4j.createFromArray(new double[][] {{1}}));
        String message =
                assertThrows(RuntimeException.class, () -> network.fit(one)).getMessage();
        String known = "Output array did not match expected shape";
        assertTrue(message.contains(known), message);
        return "with `useLogStd(false)` it fails on a batch of one example (\"" + known + "\")";
    }

    /** σ² that a network normalizes by whose configuration was JSON before it began, where 0.25 is its parameter. */
    private static double readBack() {
        Ported ported = ported(normalized(0.9, 1e-5, RunningVariance.BIASED))
                .norm(() -> new BatchNormalization.Builder().useLogStd(false).build());
        MultiLayerNetwork begun = ported.begun();
        begun.getParam("1_var").assign(0.25);
        MultiLayerNetwork again = new MultiLayerNetwork(
                MultiLayerConfiguration.fromJson(ported.configuration().toJson()));
        again.init();
        again.setParams(begun.params());
        INDArray X = Nd4j.createFromArray(new double[][] {{1, 2}, {3, -1}});
        List<INDArray> through = again.feedForward(X, false);
        double ratio = through.get(1).getDouble(0, 0) / through.get(2).getDouble(0, 0);
        return ratio * ratio;
    }

    private static String squares() {
        Experiment quadratic = Experiment.of(ShippedData.waves().train().featureCount(), 8, 1)
                .with(new Activation.Identity())
                .with(new Loss.Quadratic())
                .iterations(PenaltyGuide.ITERATIONS);
        Ported ported = Ported.of(quadratic, ShippedData.waves());
        Cost cost = Cost.measured(
                quadratic,
                ported.loss(new QuadraticLoss()),
                quadratic.with(new Loss.MeanSquaredError()),
                ported.loss(new LossMSE()));
        return said(
                "a step twice as long: mean squared error %s in place of %s on the shipped waves",
                Trained.number(cost.slip().error()), Trained.number(cost.right().error()));
    }

    /** Single precision rounds otherwise in another order of sums, so that both are of one size and no more. */
    private static String single(Experiment published) {
        Trained right = Trained.of(published);
        right.requireAlike(ported(published).trained(), "double precision");
        double byHand = right.parted(Trained.of(published.with(Precision.FLOAT32)));
        double inDl4j = right.parted(ported(published).ofNoType().trained());
        assertTrue(inDl4j > byHand / 10 && inDl4j < byHand * 10, byHand + " by hand, " + inDl4j + " in DL4J");
        return said(
                "parameters %s of the largest apart after %d iterations", said("%.0e", byHand), published.iterations());
    }

    static List<Difference> numbers() {
        Experiment published = PenaltyGuide.published();
        return List.of(
                new Difference(
                        "A configuration is single precision",
                        "NumPy and Java: 53 bits",
                        "24 bits unless the configuration says otherwise, whatever ND4J's own default is",
                        "the published network",
                        "no `.dataType(…)`",
                        single(published),
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
        Batches.Shuffled eights = new Batches.Shuffled(8, 1);
        Experiment unbiased = normalized(0.9, 1e-5, RunningVariance.UNBIASED).with(eights);
        Experiment keras = normalized(0.9, 1e-3, RunningVariance.BIASED);
        return List.of(
                new Difference(
                        "`decay` is the share of the old statistics",
                        "PyTorch's `momentum=0.1` is the share of the new batch; Keras' `momentum` that of the old",
                        "running = decay·running + (1 − decay)·batch",
                        "`momentum=0.1` is `decay(0.9)`",
                        "`.decay(0.1)`",
                        answers(
                                Cost.measured(
                                        right.with(eights),
                                        ported(right.with(eights)).norm(() -> stock(0.9, 1e-5)),
                                        normalized(0.1, 1e-5, RunningVariance.BIASED)
                                                .with(eights),
                                        ported(right.with(eights)).norm(() -> stock(0.1, 1e-5))),
                                right),
                        "`.decay(0.9)`"),
                new Difference(
                        "Libraries have another ε there too",
                        "Keras: 1e-3",
                        "1e-5, as PyTorch",
                        "one hidden layer of 20 units",
                        "`new BatchNormalization()`",
                        answers(
                                Cost.measured(
                                        keras,
                                        ported(keras).norm(() -> stock(0.9, 1e-3)),
                                        right,
                                        ported(keras).norm(BatchNormalization::new)),
                                keras),
                        "`.eps(1e-3)`"),
                new Difference(
                        "The running variance is that of B",
                        "PyTorch: Σ(z − μ)²/(B − 1)",
                        "Σ(z − μ)²/B, by which it normalizes",
                        "batches of 8",
                        "`new BatchNormalization()`",
                        answers(
                                Cost.measured(
                                        unbiased,
                                        ported(unbiased).norm(() -> new UnbiasedBatchNormalization(20, 0.9, 1e-5)),
                                        right.with(eights),
                                        ported(unbiased).norm(BatchNormalization::new)),
                                unbiased),
                        "`new UnbiasedBatchNormalization(units, 0.9, 1e-5)`"),
                new Difference(
                        "JSON of a configuration forgets `useLogStd(false)`",
                        "σ²",
                        "log10 σ by default, exact to 2e-15 of σ²; JSON that was written before `init` is read as if it"
                                + " said so, that of a model which `ModelSerializer` saved is not",
                        "σ² = 0.25",
                        "`MultiLayerConfiguration.fromJson(configuration.toJson())`",
                        said("it becomes 10^(2·0.25) = %.2f", readBack()),
                        "without `.useLogStd(false)`, or `setUseLogStd(false)` again before `init`"),
                new Difference(
                        "Batch normalization is a layer of its own",
                        "Z, batch normalization, activation",
                        "`BatchNormalization` between a `DenseLayer` with the identity and an `ActivationLayer`; "
                                + loneExample() + ", and clipping clips what its statistics move by",
                        "211 examples in batches of 8 leave 3, in batches of 10 one",
                        "`.activation(Activation.RELU)` before it: A is normalized in place of Z",
                        answers(
                                        new Cost(
                                                Trained.of(right),
                                                ported(right)
                                                        .norm(() -> stock(0.9, 1e-5))
                                                        .activatingBefore()
                                                        .trained()),
                                        right)
                                + ", which `check --dl4j` names, and training may end at the lone example",
                        "`new LoneExampleBatchNormalization(units, 0.9, 1e-5)`, with an updater of its own that clips"));
    }
}
