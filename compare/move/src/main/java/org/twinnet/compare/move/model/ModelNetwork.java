package org.twinnet.compare.move.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The network of a saved model: its layers, its loss and its numbers. */
public final class ModelNetwork {

    private final ModelShape shape;
    private final double[] numbers;
    private final int[] starts;

    ModelNetwork(ModelShape shape, double[] numbers) {
        this.shape = shape;
        this.numbers = numbers.clone();
        this.starts = new int[shape.blocks().size()];
        int start = 0;
        for (int b = 0; b < starts.length; b++) {
            starts[b] = start;
            start += (int) shape.blocks().get(b).length();
        }
    }

    /**
     * The layers with weights.
     *
     * @return from the inputs to the output
     */
    public List<ModelBlock> blocks() {
        return shape.blocks();
    }

    /**
     * The loss.
     *
     * @return DL4J's loss function
     */
    public Part loss() {
        return shape.loss();
    }

    /**
     * What is said of the network as a whole.
     *
     * @return the configuration
     */
    public Part configuration() {
        return shape.root();
    }

    /**
     * What is said of a layer beside its own settings.
     *
     * @param block the layer
     * @return whether it averages over a batch, and the like
     */
    public Part surroundings(ModelBlock block) {
        return shape.root().sequence("confs").get(block.index());
    }

    /**
     * The type of its numbers.
     *
     * @return such as {@code DOUBLE}
     */
    public String dataType() {
        return shape.root().word("dataType");
    }

    /**
     * How often it was updated.
     *
     * @return DL4J's count of iterations
     */
    public int iterations() {
        return (int) shape.root().number("iterationCount", 0);
    }

    /**
     * Units of all layers, the inputs first.
     *
     * @return the sizes
     */
    public List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(List.of(blocks().get(0).inputs()));
        blocks().forEach(block -> sizes.add(block.units()));
        return List.copyOf(sizes);
    }

    /**
     * All numbers in DL4J's order.
     *
     * @return a copy
     */
    public double[] numbers() {
        return numbers.clone();
    }

    /**
     * The weights of a layer. DL4J keeps them as inputs × units by columns, which is this order.
     *
     * @param b which layer, from 0
     * @return W, a row a unit
     */
    public double[] weights(int b) {
        return slice(starts[b], (int) blocks().get(b).weights());
    }

    /**
     * All parameters as an experiment has them: W, b, γ, β of each layer.
     *
     * @return the parameters; a layer without b has zeros for it, locked γ and β are what they are locked to
     */
    public double[] parameters() {
        DoubleStream all = DoubleStream.empty();
        for (int b = 0; b < starts.length; b++) {
            ModelBlock block = blocks().get(b);
            int bias = starts[b] + (int) block.weights();
            double[] b0 = block.hasBias() ? slice(bias, block.units()) : new double[block.units()];
            all = DoubleStream.concat(all, DoubleStream.concat(Arrays.stream(weights(b)), Arrays.stream(b0)));
            if (block.norm().isPresent()) {
                all = DoubleStream.concat(
                        all, Arrays.stream(scales(block, bias + (block.hasBias() ? block.units() : 0))));
            }
        }
        return all.toArray();
    }

    /** γ and β. */
    private double[] scales(ModelBlock block, int start) {
        if (block.hasGamma()) {
            return slice(start, 2 * block.units());
        }
        double[] locked = new double[2 * block.units()];
        Part norm = block.norm().orElseThrow();
        Arrays.fill(locked, 0, block.units(), norm.number("gamma", 1));
        Arrays.fill(locked, block.units(), locked.length, norm.number("beta", 0));
        return locked;
    }

    /**
     * Running means and variances as an experiment has them.
     *
     * @return of each layer with batch normalization the means, then the variances; where DL4J keeps log10 σ, 10 to
     *     twice that
     */
    public double[] statistics() {
        DoubleStream all = DoubleStream.empty();
        for (int b = 0; b < starts.length; b++) {
            ModelBlock block = blocks().get(b);
            if (block.norm().isPresent()) {
                int units = block.units();
                int end = starts[b] + (int) block.length();
                boolean logarithms = block.norm().get().is("BatchNormalization")
                        && block.norm().get().flag("useLogStd", true);
                double[] variances = slice(end - units, units);
                if (logarithms) {
                    Arrays.setAll(variances, k -> Math.pow(10, 2 * variances[k]));
                }
                all = DoubleStream.concat(
                        all,
                        DoubleStream.concat(Arrays.stream(slice(end - 2 * units, units)), Arrays.stream(variances)));
            }
        }
        return all.toArray();
    }

    private double[] slice(int start, int length) {
        return Arrays.copyOfRange(numbers, start, start + length);
    }
}
