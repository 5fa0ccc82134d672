package org.twinnet.dl4j.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.Examples;
import org.twinnet.dl4j.ParameterLayout;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import org.twinnet.dl4j.runtime.Nd4jUnavailableException;
import org.twinnet.dl4j.runtime.QuietOutput;

/**
 * The same network once more, as a graph that SameDiff differentiates by itself: a witness of cost and gradient that
 * shares with {@code MultiLayerNetwork} only ND4J's operations, and no line of backpropagation.
 *
 * <p>A cross-entropy is always the exact one, from the logits, whatever form the settings name. One witness serves one
 * thread at a time.
 */
public final class SameDiffWitness {
    private static final String CROSS_ENTROPY = "cross-entropy";
    private static final String PENALTY = "penalty";

    private final ParameterLayout layout;
    private final int examples;
    private final DropoutChoice dropout;
    private final List<Double> keepProbabilities;
    private final SameDiff graph = SameDiff.create();
    private final List<String> variables = new ArrayList<>();
    private final List<Integer> masked = new ArrayList<>();

    /**
     * Builds the graph, and starts ND4J if nobody did.
     *
     * @param settings the network; its learning rate, loss and engine don't matter here
     * @param examples the examples of the cost
     * @param dropout no dropout or replayed masks
     * @throws IllegalArgumentException if DL4J is to draw the masks, which then nobody else knows
     * @throws Nd4jUnavailableException if ND4J can't start on this machine
     */
    public SameDiffWitness(Dl4jSettings settings, Examples examples, DropoutChoice dropout) {
        this(settings, examples, dropout, examples.count());
    }

    /**
     * Builds the graph of one batch, and starts ND4J if nobody did.
     *
     * @param settings the network; its learning rate, loss and engine don't matter here
     * @param examples the examples of the cost
     * @param dropout no dropout or replayed masks
     * @param penaltyOver number of examples that the penalty is divided by
     * @throws IllegalArgumentException if DL4J is to draw the masks, which then nobody else knows
     * @throws Nd4jUnavailableException if ND4J can't start on this machine
     */
    public SameDiffWitness(Dl4jSettings settings, Examples examples, DropoutChoice dropout, int penaltyOver) {
        if (dropout instanceof DropoutChoice.DrawnByDl4j) {
            throw new IllegalArgumentException(
                    "SameDiff witness: masks drawn by DL4J are known to DL4J only;" + " replay masks instead.");
        }
        Nd4jRuntime.start();
        this.layout = settings.layout();
        this.examples = examples.count();
        this.dropout = dropout;
        this.keepProbabilities = settings.keepProbabilities();
        build(settings, examples, penaltyOver);
    }

    private void build(Dl4jSettings settings, Examples data, int penaltyOver) {
        SDVariable a = dropped(0, graph.constant("X", data.featureArray()));
        SDVariable y = graph.constant("y", data.labelArray());
        SDVariable squares = null;
        SDVariable magnitudes = null;
        for (int l = 1; l <= layout.layers(); l++) {
            SDVariable w = graph.var("W" + l, DataType.DOUBLE, layout.inputs(l), layout.units(l));
            SDVariable b = graph.var("b" + l, DataType.DOUBLE, layout.units(l));
            variables.add(w.name());
            variables.add(b.name());
            SDVariable z = normalized(l, settings, a.mmul(w).add(b));
            squares = plus(squares, w.mul(w).sum());
            magnitudes = plus(magnitudes, graph.math.abs(w).sum());
            if (settings.penalty().biases()) {
                squares = plus(squares, b.mul(b).sum());
                magnitudes = plus(magnitudes, graph.math.abs(b).sum());
            }
            a = l == layout.layers()
                    ? z
                    : dropped(l, settings.hidden().get(l - 1).of(graph, z));
        }
        SDVariable output = settings.output().of(graph, a);
        SDVariable mean = settings.objective()
                .mean(graph, y, a, output, examples, layout.units(layout.layers()))
                .rename(CROSS_ENTROPY);
        SDVariable penalty = squares.mul(settings.penalty().squares(penaltyOver) / 2);
        if (settings.penalty().magnitudes(penaltyOver) > 0) {
            penalty = penalty.add(magnitudes.mul(settings.penalty().magnitudes(penaltyOver)));
        }
        penalty = penalty.rename(PENALTY);
        graph.setLossVariables(mean.name(), penalty.name());
    }

    /**
     * γ·(z − μ)/√(σ² + ε) + β, one row an example. Rows become as many as there are examples by products with ones:
     * SameDiff's gradient of a division that broadcasts is wrong where there is one unit.
     */
    private SDVariable normalized(int layer, Dl4jSettings settings, SDVariable z) {
        if (!layout.isNormalized(layer)) {
            return z;
        }
        BatchNorm norm = settings.normalization().get(layer - 1).orElseThrow();
        SDVariable gamma = graph.var("gamma" + layer, DataType.DOUBLE, layout.units(layer));
        SDVariable beta = graph.var("beta" + layer, DataType.DOUBLE, layout.units(layer));
        variables.add(gamma.name());
        variables.add(beta.name());
        SDVariable ones = graph.constant(Nd4j.ones(DataType.DOUBLE, examples, 1));
        SDVariable average =
                graph.constant(Nd4j.ones(DataType.DOUBLE, 1, examples).divi(examples));
        SDVariable centred = z.sub(ones.mmul(average.mmul(z)));
        SDVariable variance = average.mmul(centred.mul(centred));
        return centred.div(ones.mmul(graph.math.sqrt(variance.add(norm.epsilon()))))
                .mul(ones.mmul(gamma.reshape(1, layout.units(layer))))
                .add(ones.mmul(beta.reshape(1, layout.units(layer))));
    }

    private static SDVariable plus(SDVariable sum, SDVariable term) {
        return sum == null ? term : sum.add(term);
    }

    private SDVariable dropped(int layer, SDVariable a) {
        double keep = keepProbabilities.get(layer);
        if (dropout instanceof DropoutChoice.None || keep == 1) {
            return a;
        }
        masked.add(layer);
        return a.mul(graph.placeHolder(mask(layer), DataType.DOUBLE, examples, units(layer)))
                .div(keep);
    }

    private static String mask(int layer) {
        return "D" + layer;
    }

    private int units(int layer) {
        return layout.layerSizes().get(layer);
    }

    /**
     * Evaluates cost and gradient.
     *
     * @param parameters the parameters, in the order of {@link ParameterLayout}
     * @param iteration the iteration whose masks apply, from 0
     * @return cost, penalty included, and its gradient by automatic differentiation
     * @throws IllegalArgumentException if the vector has another length than the layout
     */
    public CostAndGradient evaluate(double[] parameters, int iteration) {
        layout.requireLength("SameDiff witness", parameters);
        for (int l = 1; l <= layout.layers(); l++) {
            graph.getVariable("W" + l).setArray(weights(parameters, l));
            graph.getVariable("b" + l).setArray(slice(parameters, layout.biasStart(l), layout.units(l)));
            if (layout.isNormalized(l)) {
                int gamma = layout.gammaStart(l);
                graph.getVariable("gamma" + l).setArray(slice(parameters, gamma, layout.units(l)));
                graph.getVariable("beta" + l).setArray(slice(parameters, gamma + layout.units(l), layout.units(l)));
            }
        }
        Map<String, INDArray> inputs = placeholders(iteration);
        var result = QuietOutput.run(
                () -> graph.calculateGradientsAndOutputs(inputs, List.of(CROSS_ENTROPY, PENALTY), variables));
        double[] gradient = new double[layout.length()];
        for (int l = 1; l <= layout.layers(); l++) {
            copy(result.getGradients().get("W" + l), gradient, layout.weightStart(l));
            copy(result.getGradients().get("b" + l), gradient, layout.biasStart(l));
            if (layout.isNormalized(l)) {
                int gamma = layout.gammaStart(l);
                copy(result.getGradients().get("gamma" + l), gradient, gamma);
                copy(result.getGradients().get("beta" + l), gradient, gamma + layout.units(l));
            }
        }
        double crossEntropy = result.getOutputs().get(CROSS_ENTROPY).getDouble(0);
        double penalty = result.getOutputs().get(PENALTY).getDouble(0);
        return new CostAndGradient(crossEntropy + penalty, gradient);
    }

    private Map<String, INDArray> placeholders(int iteration) {
        Map<String, INDArray> inputs = new HashMap<>();
        if (dropout instanceof DropoutChoice.Replayed replayed) {
            for (int l : masked) {
                double[] d = new double[units(l) * examples];
                replayed.masks().mask(iteration, l, d);
                inputs.put(mask(l), columnMajor(d, examples, units(l)));
            }
        }
        return inputs;
    }

    /** W as [inputs, units]: the notebook's rows are the columns here. */
    private INDArray weights(double[] parameters, int layer) {
        int start = layout.weightStart(layer);
        double[] w = Arrays.copyOfRange(parameters, start, layout.biasStart(layer));
        return columnMajor(w, layout.inputs(layer), layout.units(layer));
    }

    private static INDArray slice(double[] values, int start, int length) {
        return Nd4j.createFromArray(Arrays.copyOfRange(values, start, start + length));
    }

    private static INDArray columnMajor(double[] values, int rows, int columns) {
        return Nd4j.createFromArray(values).reshape('f', rows, columns).dup('c');
    }

    private static void copy(INDArray gradient, double[] target, int start) {
        double[] values = gradient.dup('f').data().asDouble();
        System.arraycopy(values, 0, target, start, values.length);
    }
}
