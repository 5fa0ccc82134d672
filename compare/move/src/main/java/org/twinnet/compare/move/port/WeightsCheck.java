package org.twinnet.compare.move.port;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.move.model.ModelNetwork;

/** Holds the parameters of a model against those of the original, at one of the iterations that are known of it. */
public final class WeightsCheck {

    /** What single precision keeps of a number, and a digit more. */
    private static final double SINGLE = 0x1p-22;

    private static final double EXACT = 0x1p-48;

    private final ModelNetwork network;
    private final double[] found;
    private final List<ParameterIndex.Slice> tensors;

    /**
     * Prepares the check.
     *
     * @param network the model, of the experiment's layers
     * @param experiment what the original is
     */
    public WeightsCheck(ModelNetwork network, Experiment experiment) {
        this.network = network;
        this.found = network.parameters();
        this.tensors = ParameterIndex.of(experiment).tensors();
    }

    /** How a tensor relates to the original's. */
    private enum Relation {
        SAME,
        ROUNDED,
        TRANSPOSED,
        OTHER
    }

    /**
     * Finds the iteration whose parameters the model has, and what is wrong with the others of that iteration.
     *
     * @param known the original's parameters, W row by row, of one iteration each
     * @return the mistakes; empty where no iteration has a matrix of the model's, so that nothing is known
     */
    public Optional<List<PortFinding>> against(List<double[]> known) {
        List<Relation> best = List.of();
        long fewest = Long.MAX_VALUE;
        for (double[] right : known) {
            List<Relation> relations =
                    tensors.stream().map(slice -> relation(slice, right)).toList();
            long others = relations.stream().filter(it -> it == Relation.OTHER).count() * tensors.size()
                    + relations.stream().filter(it -> it == Relation.TRANSPOSED).count();
            if (others < fewest) {
                fewest = others;
                best = relations;
            }
        }
        boolean recognized = false;
        for (int k = 0; k < best.size(); k++) {
            recognized |= tensors.get(k).symbol().equals("W") && best.get(k) != Relation.OTHER;
        }
        return recognized ? Optional.of(told(best)) : Optional.empty();
    }

    private List<PortFinding> told(List<Relation> relations) {
        Findings findings = new Findings();
        boolean single = network.dataType().equals("FLOAT");
        for (int k = 0; k < relations.size(); k++) {
            ParameterIndex.Slice slice = tensors.get(k);
            int b = slice.layer() - 1;
            if (relations.get(k) == Relation.TRANSPOSED) {
                findings.add(
                        PortMistake.WEIGHTS_TRANSPOSED,
                        b,
                        "the transpose of W" + slice.layer(),
                        "W" + slice.layer(),
                        "network.getLayer(" + network.blocks().get(b).index()
                                + ").setParam(\"W\", Nd4j.createFromArray(W" + slice.layer() + ").transpose())");
            } else if (relations.get(k) == Relation.ROUNDED && !single) {
                findings.add(
                        PortMistake.WEIGHTS_ROUNDED,
                        "digits of float",
                        "all digits",
                        "Nd4j.createFromArray(double[]…) in place of float[]");
            } else if (relations.get(k) == Relation.OTHER && (!slice.symbol().equals("b") || hasBias(b))) {
                findings.add(
                        PortMistake.WEIGHTS_OTHER,
                        b,
                        "other numbers in " + slice.symbol() + slice.layer(),
                        "those of the original",
                        "setParam(\"" + slice.symbol() + "\", …) of layer " + b);
            }
        }
        return findings.all();
    }

    private boolean hasBias(int b) {
        return network.blocks().get(b).hasBias();
    }

    private Relation relation(ParameterIndex.Slice slice, double[] right) {
        if (fits(slice, right, false, EXACT)) {
            return Relation.SAME;
        }
        if (fits(slice, right, false, SINGLE)) {
            return Relation.ROUNDED;
        }
        // of a square matrix the transpose; of another one its numbers in the order of the other layout
        boolean matrix = slice.rows() > 1 && slice.columns() > 1;
        return matrix && fits(slice, right, true, SINGLE) ? Relation.TRANSPOSED : Relation.OTHER;
    }

    private boolean fits(ParameterIndex.Slice slice, double[] right, boolean turned, double tolerance) {
        for (int k = 0; k < slice.length(); k++) {
            int r = turned ? k % slice.rows() : k / slice.columns();
            int c = turned ? k / slice.rows() : k % slice.columns();
            double expected = right[slice.offset() + r * slice.columns() + c];
            double actual = found[slice.offset() + k];
            if (!(Math.abs(actual - expected) <= tolerance * Math.abs(expected))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Finds square matrices that the examples say lie the other way round, where the original's are not known.
     *
     * @param errors the squared error of each example under given parameters
     * @param ofTheMean the mean squared error of answers that know nothing of an example
     * @return the mistakes
     */
    public List<PortFinding> byExamples(SquaredErrors errors, double ofTheMean) {
        List<ParameterIndex.Slice> squares = tensors.stream()
                .filter(slice -> slice.symbol().equals("W") && slice.rows() == slice.columns() && slice.rows() > 1)
                .toList();
        Findings findings = new Findings();
        double[] now = errors.of(found);
        for (ParameterIndex.Slice slice : squares) {
            double[] other = transposed(slice);
            if (Evidence.isBetter(errors.of(other), now, ofTheMean)) {
                findings.add(
                        PortMistake.WEIGHTS_TRANSPOSED,
                        slice.layer() - 1,
                        "a matrix whose transpose fits the examples better",
                        "W" + slice.layer(),
                        "network.getLayer("
                                + network.blocks().get(slice.layer() - 1).index()
                                + ").setParam(\"W\", Nd4j.createFromArray(W" + slice.layer() + ").transpose())");
            }
        }
        return findings.all();
    }

    private double[] transposed(ParameterIndex.Slice slice) {
        double[] other = found.clone();
        int n = slice.rows();
        for (int k = 0; k < slice.length(); k++) {
            other[slice.offset() + k] = found[slice.offset() + k % n * n + k / n];
        }
        return other;
    }
}
