package org.twinnet.compare.theory.step;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.normalization.NormalizationTheory;

/**
 * The parameters of a network, or a gradient by them, in the order of the vector that the twins exchange: of each layer
 * W, units × inputs, b as one row, and the rows of its normalization. Or the statistics that normalizations keep, in
 * the order of theirs: rows of 1 × units, none for a layer without normalization.
 */
public final class ParameterTensors {

    private final List<List<Bounded>> layers;
    private final List<Bounded> tensors;

    private interface Shape {
        Bounded of(int rows, int columns);
    }

    private ParameterTensors(List<List<Bounded>> layers) {
        this.layers = layers.stream().map(List::copyOf).toList();
        this.tensors = layers.stream().flatMap(List::stream).toList();
    }

    /**
     * Parameters that all programs have to the last bit.
     *
     * @param chapters what they are of
     * @return zeros, to be read
     */
    public static ParameterTensors exact(Chapters chapters) {
        return of(chapters, (rows, columns) -> Bounded.exact(new double[rows][columns]));
    }

    /**
     * Parameters, or a gradient by them, with errors.
     *
     * @param chapters what they are of
     * @return zeros, to be filled
     */
    public static ParameterTensors zeros(Chapters chapters) {
        return of(chapters, Bounded::zeros);
    }

    /**
     * Statistics that all programs have to the last bit.
     *
     * @param chapters what they are of
     * @return zeros, to be read
     */
    public static ParameterTensors exactStatistics(Chapters chapters) {
        return ofStatistics(chapters, (rows, columns) -> Bounded.exact(new double[rows][columns]));
    }

    /**
     * Statistics with errors.
     *
     * @param chapters what they are of
     * @return zeros, to be filled
     */
    public static ParameterTensors statistics(Chapters chapters) {
        return ofStatistics(chapters, Bounded::zeros);
    }

    private static ParameterTensors ofStatistics(Chapters chapters, Shape shape) {
        List<List<Bounded>> layers = new ArrayList<>();
        for (int l = 1; l <= chapters.depth(); l++) {
            List<Bounded> tensors = new ArrayList<>();
            int count = chapters.layer(l)
                    .normalization()
                    .map(NormalizationTheory::statisticsCount)
                    .orElse(0);
            for (int i = 0; i < count; i++) {
                tensors.add(shape.of(1, chapters.units(l)));
            }
            layers.add(tensors);
        }
        return new ParameterTensors(layers);
    }

    private static ParameterTensors of(Chapters chapters, Shape shape) {
        List<List<Bounded>> layers = new ArrayList<>();
        for (int l = 1; l <= chapters.depth(); l++) {
            int units = chapters.units(l);
            List<Bounded> tensors = new ArrayList<>();
            tensors.add(shape.of(units, chapters.units(l - 1)));
            tensors.add(shape.of(1, units));
            int more = chapters.layer(l)
                    .normalization()
                    .map(NormalizationTheory::parameterCount)
                    .orElse(0);
            for (int i = 0; i < more; i++) {
                tensors.add(shape.of(1, units));
            }
            layers.add(tensors);
        }
        return new ParameterTensors(layers);
    }

    /**
     * The weights of a layer.
     *
     * @param l layer, from 1
     * @return units × inputs
     */
    public Bounded W(int l) {
        return layers.get(l - 1).get(0);
    }

    /**
     * The biases of a layer.
     *
     * @param l layer, from 1
     * @return 1 × units
     */
    public Bounded b(int l) {
        return layers.get(l - 1).get(1);
    }

    /**
     * The parameters of a layer's normalization.
     *
     * @param l layer, from 1
     * @return rows of 1 × units; none without normalization
     */
    public List<Bounded> normalization(int l) {
        List<Bounded> tensors = layers.get(l - 1);
        return tensors.subList(2, tensors.size());
    }

    /**
     * The tensors of each layer.
     *
     * @return W, b and the rows of the normalization
     */
    public List<List<Bounded>> layers() {
        return layers;
    }

    /**
     * All tensors in the order of the vector.
     *
     * @return the tensors of all layers
     */
    public List<Bounded> tensors() {
        return tensors;
    }

    /**
     * The number of parameters.
     *
     * @return the length of the vector
     */
    public int length() {
        return tensors.stream()
                .mapToInt(tensor -> tensor.rows() * tensor.columns())
                .sum();
    }

    /**
     * Reads the values.
     *
     * @param vector all parameters, not modified
     */
    public void readValues(double[] vector) {
        int at = 0;
        for (Bounded tensor : tensors) {
            for (int i = 0; i < tensor.rows(); i++) {
                System.arraycopy(vector, at, tensor.values(i), 0, tensor.columns());
                at += tensor.columns();
            }
        }
    }

    /**
     * The largest differences of two correct programs.
     *
     * @param target overwritten with 2ε, one number a parameter
     */
    public void writeFloors(double[] target) {
        int at = 0;
        for (Bounded tensor : tensors) {
            for (int i = 0; i < tensor.rows(); i++) {
                for (double error : tensor.errors(i)) {
                    target[at++] = 2 * error;
                }
            }
        }
    }
}
