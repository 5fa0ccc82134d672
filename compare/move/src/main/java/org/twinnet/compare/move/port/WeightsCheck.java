package org.twinnet.compare.move.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.move.model.ModelNetwork;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfPort;

/** Holds the parameters of a model against those of the original, at one of the iterations that are known of it. */
public final class WeightsCheck {

    /** What single precision keeps of a number, and a digit more. */
    private static final double SINGLE = 0x1p-22;

    private static final double EXACT = 0x1p-48;

    /** Every subset of so many is tried. */
    private static final int MOST_SQUARES = 8;

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

    /**
     * Parameters that were recognized.
     *
     * @param index which of those that are known fit best, the last of them
     * @param findings what is wrong with the others of it
     */
    public record Recognized(int index, List<PortFinding> findings) {

        /**
         * Copies the list.
         *
         * @param index which of those that are known
         * @param findings what is wrong
         */
        public Recognized {
            findings = List.copyOf(findings);
        }
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
     * @return the iteration and the mistakes; empty where no iteration has a matrix of the model's, so that nothing is
     *     known
     */
    public Optional<Recognized> against(List<double[]> known) {
        List<Relation> best = List.of();
        int at = 0;
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < known.size(); i++) {
            double[] right = known.get(i);
            List<Relation> relations =
                    tensors.stream().map(slice -> relation(slice, right)).toList();
            long others = relations.stream().filter(it -> it == Relation.OTHER).count() * tensors.size()
                    + relations.stream().filter(it -> it == Relation.TRANSPOSED).count();
            if (others <= fewest) {
                at = i;
                fewest = others;
                best = relations;
            }
        }
        boolean recognized = false;
        for (int k = 0; k < best.size(); k++) {
            recognized |= tensors.get(k).symbol().equals("W") && best.get(k) != Relation.OTHER;
        }
        return recognized ? Optional.of(new Recognized(at, told(best))) : Optional.empty();
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
                        SaidOfPort.TRANSPOSE_OF.of("W" + slice.layer()),
                        "W" + slice.layer(),
                        transposing(slice));
            } else if (relations.get(k) == Relation.ROUNDED && !single) {
                findings.add(
                        PortMistake.WEIGHTS_ROUNDED,
                        SaidOfPort.DIGITS_OF_FLOAT.of(),
                        SaidOfPort.ALL_DIGITS.of(),
                        SaidOfPort.IN_PLACE_OF.of("Nd4j.createFromArray(double[]…)", "float[]"));
            } else if (relations.get(k) == Relation.OTHER && (!slice.symbol().equals("b") || hasBias(b))) {
                findings.add(
                        PortMistake.WEIGHTS_OTHER,
                        b,
                        SaidOfPort.OTHER_NUMBERS_IN.of(slice.symbol() + slice.layer()),
                        SaidOfPort.OF_THE_ORIGINAL.of(),
                        SaidOfPort.IN_LAYER.of(b, "setParam(\"" + slice.symbol() + "\", …)"));
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
        double[] now = errors.of(found);
        return turned(
                squares().stream()
                        .filter(slice -> Evidence.isBetter(errors.of(transposed(found, slice)), now, ofTheMean))
                        .toList(),
                SaidOfPort.TRANSPOSE_FITS_EXAMPLES.of());
    }

    /**
     * Finds square matrices that lie the other way round where the original's predictions are known.
     *
     * @param predicts whether given parameters give the predictions
     * @return the mistakes, none of the parameters as they are; empty where no reading gives the predictions
     */
    public Optional<List<PortFinding>> byPredictions(Predicate<double[]> predicts) {
        List<ParameterIndex.Slice> squares = squares();
        int most = Math.min(squares.size(), MOST_SQUARES);
        for (int chosen = 0; chosen < 1 << most; chosen++) {
            double[] other = found.clone();
            List<ParameterIndex.Slice> of = new ArrayList<>();
            for (int k = 0; k < most; k++) {
                if ((chosen & 1 << k) != 0) {
                    of.add(squares.get(k));
                    other = transposed(other, squares.get(k));
                }
            }
            if (predicts.test(other)) {
                return Optional.of(turned(of, SaidOfPort.TRANSPOSE_FITS_PREDICTIONS.of()));
            }
        }
        return Optional.empty();
    }

    private List<ParameterIndex.Slice> squares() {
        return tensors.stream()
                .filter(slice -> slice.symbol().equals("W") && slice.rows() == slice.columns() && slice.rows() > 1)
                .toList();
    }

    private List<PortFinding> turned(List<ParameterIndex.Slice> slices, Phrase why) {
        Findings findings = new Findings();
        for (ParameterIndex.Slice slice : slices) {
            findings.add(
                    PortMistake.WEIGHTS_TRANSPOSED, slice.layer() - 1, why, "W" + slice.layer(), transposing(slice));
        }
        return findings.all();
    }

    private String transposing(ParameterIndex.Slice slice) {
        return "network.getLayer(" + network.blocks().get(slice.layer() - 1).index()
                + ").setParam(\"W\", Nd4j.createFromArray(W" + slice.layer() + ").transpose())";
    }

    private static double[] transposed(double[] parameters, ParameterIndex.Slice slice) {
        double[] other = parameters.clone();
        int n = slice.rows();
        for (int k = 0; k < slice.length(); k++) {
            other[slice.offset() + k] = parameters[slice.offset() + k % n * n + k / n];
        }
        return other;
    }
}
