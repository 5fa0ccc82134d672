package org.twinnet.dl4j.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.Dl4jConfigurations;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.loss.LogitSoftmaxCrossEntropy;
import org.twinnet.dl4j.loss.QuadraticLoss;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import org.twinnet.dl4j.runtime.QuietOutput;

class Dl4jActivationTest {
    private static final double[] Z = {-1000, -40, -3, -1, -0.25, 0, 0.25, 1, 3, 40, 400, 1000};

    static List<Dl4jActivation> all() {
        return List.of(
                new Dl4jActivation.Relu(),
                new Dl4jActivation.Sigmoid(),
                new Dl4jActivation.Tanh(),
                new Dl4jActivation.LeakyRelu(0.01),
                new Dl4jActivation.Elu(),
                new Dl4jActivation.Softplus(),
                new Dl4jActivation.Gelu(),
                new Dl4jActivation.Swish(),
                new Dl4jActivation.Softsign(),
                new Dl4jActivation.Identity());
    }

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    /** Value and slope of the layer's function and of the witness's graph; measured at most 4.5e-16 apart. */
    @ParameterizedTest
    @MethodSource("all")
    void should_be_what_the_witness_differentiates(Dl4jActivation row) {
        SameDiff graph = SameDiff.create();
        SDVariable z = graph.var("z", Nd4j.createFromArray(Z));
        SDVariable a = row.of(graph, z);
        a.sum().rename("sum");
        graph.setLossVariables("sum");
        var result =
                QuietOutput.run(() -> graph.calculateGradientsAndOutputs(Map.of(), List.of(a.name()), List.of("z")));
        INDArray values = row.activation().getActivation(array(), true);
        INDArray slopes = slopes(row.activation());
        for (int i = 0; i < Z.length; i++) {
            double value = result.getOutputs().get(a.name()).getDouble(i);
            assertEquals(value, values.getDouble(i), 1e-15 * Math.max(1, Math.abs(value)), "value at " + Z[i]);
            assertEquals(result.getGradients().get("z").getDouble(i), slopes.getDouble(i), 1e-15, "slope at " + Z[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void should_come_back_from_a_saved_configuration(Dl4jActivation row) {
        Dl4jSettings settings = Dl4jSettings.of(List.of(2, 3, 1), 0.1).withHidden(List.of(row));
        MultiLayerConfiguration configuration = Dl4jConfigurations.of(settings, 5, DropoutChoice.none());
        assertEquals(configuration, MultiLayerConfiguration.fromJson(configuration.toJson()));
    }

    /** What a twin of DL4J's own would disagree by. */
    @Test
    void should_stand_where_dl4js_own_is_another_function() {
        // in single precision, and 1 at 0
        assertEquals(0.009999999776482582, slopes(new ActivationLReLU(0.01)).getDouble(3));
        assertEquals(1, slopes(new ActivationLReLU(0.01)).getDouble(5));
        assertEquals(0.01, slopes(new LeakyReluActivation(0.01)).getDouble(3));
        assertEquals(0.01, slopes(new LeakyReluActivation(0.01)).getDouble(5));
        // eᶻ overflows
        assertEquals(
                Double.POSITIVE_INFINITY,
                new ActivationSoftPlus().getActivation(array(), true).getDouble(11));
        assertTrue(Double.isNaN(slopes(new ActivationSoftPlus()).getDouble(11)));
        assertEquals(1000, new SoftplusActivation().getActivation(array(), true).getDouble(11));
        assertTrue(Double.isNaN(slopes(new ActivationSwish()).getDouble(10)));
        assertEquals(1, slopes(new SwishActivation()).getDouble(10));
        // approximations
        assertEquals(4.5e-3, difference(new ActivationGELU(false)), 1e-4);
        assertEquals(9.9e-3, difference(new ActivationGELU(true)), 1e-4);
    }

    private static double difference(IActivation other) {
        INDArray exact = new ExactGeluActivation().getActivation(array(), true);
        return Math.abs(other.getActivation(array(), true).getDouble(7) - exact.getDouble(7));
    }

    @Test
    void should_be_equal_where_they_are_the_same_function() {
        assertEquals(new SwishActivation(), new SwishActivation());
        assertNotEquals(new SwishActivation(), new SoftplusActivation());
        assertEquals(new LeakyReluActivation(0.1), new LeakyReluActivation(0.1));
        assertNotEquals(new LeakyReluActivation(0.1), new LeakyReluActivation(0.2));
    }

    /** A row of logits far below 0, for which DL4J's own softmax has no largest one to subtract. */
    @Test
    void should_have_probabilities_where_dl4js_softmax_has_none() {
        double[][] z = {{-1000, -1001, -1002}, {1000, 0, -1000}};
        INDArray stock = new ActivationSoftmax().getActivation(Nd4j.createFromArray(z), true);
        assertTrue(Double.isNaN(stock.getDouble(0, 0)));

        INDArray own = new SoftmaxActivation().getActivation(Nd4j.createFromArray(z), true);
        double sum = 1 + Math.exp(-1) + Math.exp(-2);
        assertEquals(1 / sum, own.getDouble(0, 0), 1e-16);
        assertEquals(Math.exp(-2) / sum, own.getDouble(0, 2), 1e-16);
        assertEquals(1, own.getDouble(1, 0));

        INDArray gradient = new SoftmaxActivation()
                .backprop(Nd4j.createFromArray(z), Nd4j.createFromArray(new double[][] {{1, 0, 0}, {3, 3, 3}}))
                .getFirst();
        double a = own.getDouble(0, 0);
        assertEquals(a * (1 - a), gradient.getDouble(0, 0), 1e-16);
        assertEquals(-a * own.getDouble(0, 1), gradient.getDouble(0, 1), 1e-16);
        assertEquals(0, gradient.getDouble(1, 0), 1e-15);
    }

    @Test
    void should_know_what_its_losses_are() {
        INDArray z = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {2000, 0, 0}});
        INDArray y = Nd4j.createFromArray(new double[][] {{0, 0, 1}, {0, 1, 0}});
        LogitSoftmaxCrossEntropy softmax = new LogitSoftmaxCrossEntropy();
        double first = Math.log(1 + Math.exp(-1) + Math.exp(-2));
        assertEquals(first + 2000, softmax.computeScore(y, z, new SoftmaxActivation(), null, false), 1e-12);
        assertEquals(
                first,
                softmax.computeScoreArray(y, z, new SoftmaxActivation(), null).getDouble(0),
                1e-15);
        assertEquals(
                -1, softmax.computeGradient(y, z, new SoftmaxActivation(), null).getDouble(1, 1));
        assertThrows(
                IllegalStateException.class, () -> softmax.computeScore(y, z, new ActivationSoftmax(), null, false));

        QuadraticLoss quadratic = new QuadraticLoss();
        INDArray a = Nd4j.createFromArray(new double[][] {{1, 2}, {0, 3}});
        INDArray t = Nd4j.createFromArray(new double[][] {{0, 2}, {0, 1}});
        assertEquals(2.5, quadratic.computeScore(t, a, new ActivationIdentity(), null, false));
        assertEquals(1.25, quadratic.computeScore(t, a, new ActivationIdentity(), null, true));
        assertEquals(
                2,
                quadratic.computeGradient(t, a, new ActivationIdentity(), null).getDouble(1, 1));
    }

    @Test
    void should_refuse_a_gradient_of_another_shape() {
        assertEquals(
                "SwishActivation(): pre-activations of shape [2, 6] and gradients of shape [12] must have the same shape.",
                assertThrows(
                                IllegalStateException.class,
                                () -> new SwishActivation().backprop(array().reshape(2, 6), array()))
                        .getMessage());
    }

    private static INDArray array() {
        return Nd4j.createFromArray(Z);
    }

    private static INDArray slopes(IActivation activation) {
        INDArray z = array().reshape(1, Z.length);
        return activation
                .backprop(z, Nd4j.ones(DataType.DOUBLE, 1, Z.length))
                .getFirst()
                .reshape(Z.length);
    }
}
