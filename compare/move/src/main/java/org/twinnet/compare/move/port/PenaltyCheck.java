package org.twinnet.compare.move.port;

import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.move.model.ModelBlock;
import org.twinnet.compare.move.model.Part;
import org.twinnet.compare.text.SaidOfPort;

/** Holds regularization and weight decay of each layer against the experiment's. */
final class PenaltyCheck {

    private static final String L2 = "L2Regularization";
    private static final String L1 = "L1Regularization";
    private static final String PER_BATCH = "BatchStrength";

    private final Experiment experiment;
    private final Penalty penalty;
    private final int m;
    private final int batch;
    private final Findings findings;

    PenaltyCheck(Experiment experiment, int m, Findings findings) {
        this.experiment = experiment;
        this.penalty = experiment.penalty();
        this.m = m;
        this.batch = experiment.batches().examples(0, m);
        this.findings = findings;
    }

    void check(int b, ModelBlock block) {
        List<Part> ofWeights = block.dense().sequence("regularization");
        List<Part> ofBiases = block.dense().sequence("regularizationBias");
        squares(b, ofWeights);
        magnitudes(b, ofWeights);
        decay(b, ofWeights);
        biases(b, ofBiases, block.hasBias());
    }

    /** What the experiment has before ½·ΣW². */
    private double right() {
        return penalty.squares(ofBatch() ? batch : m);
    }

    private boolean ofBatch() {
        return penalty.over() == PenaltyOver.BATCH;
    }

    private String line() {
        if (ofBatch() && batch < m) {
            return ".regularization(new ArrayList<>(List.of(new L2Regularization(new BatchStrength(" + penalty.l2()
                    + ", " + penalty.l2Coefficient() + ", sizes)))))";
        }
        return ".l2(" + quotient(penalty.l2(), penalty.l2Coefficient()) + ")";
    }

    private String quotient(double lambda, double coefficient) {
        String divided = lambda + " / " + (ofBatch() ? batch : m);
        return lambda == 0 ? String.valueOf(coefficient) : coefficient == 0 ? divided : divided + " + " + coefficient;
    }

    private static double strength(List<Part> terms, String type, String name) {
        return terms.stream()
                .filter(term -> term.is(type))
                .mapToDouble(term -> term.part(name)
                        .map(schedule -> schedule.number("value", schedule.number("initialValue", Double.NaN)))
                        .orElse(term.number(name, Double.NaN)))
                .sum();
    }

    private static boolean ofEachBatch(List<Part> terms, String type) {
        return terms.stream()
                .anyMatch(
                        term -> term.is(type) && term.parts().values().stream().anyMatch(it -> it.is(PER_BATCH)));
    }

    private void squares(int b, List<Part> terms) {
        double right = right();
        if (ofEachBatch(terms, L2)) {
            perBatch(b, terms);
            return;
        }
        double found = strength(terms, L2, "l2");
        if (Findings.same(found, right)) {
            if (right > 0 && ofBatch() && m % batch != 0) {
                findings.add(PortMistake.L2_SHORT_BATCH, b, found, SaidOfPort.OF_EACH_BATCH.of("λ/B"), line());
            }
            return;
        }
        findings.add(squaresMistake(found, right, terms), b, found, right, line());
    }

    private void perBatch(int b, List<Part> terms) {
        Part strength = terms.stream()
                .filter(term -> term.is(L2))
                .findFirst()
                .orElseThrow()
                .part("l2")
                .orElseThrow();
        boolean fits = ofBatch()
                && Findings.same(strength.number("lambda", 0), penalty.l2())
                && Findings.same(strength.number("coefficient", 0), penalty.l2Coefficient());
        if (!fits) {
            PortMistake mistake = !ofBatch() && Findings.same(strength.number("lambda", 0), penalty.l2())
                    ? PortMistake.L2_DIVIDED_BY_BATCH
                    : PortMistake.L2_OTHER;
            findings.add(mistake, b, strength.number("lambda", 0) + "/B", right(), line());
        }
    }

    private PortMistake squaresMistake(double found, double right, List<Part> terms) {
        double lambda = penalty.l2();
        boolean decays = terms.stream().anyMatch(PenaltyCheck::isDecay);
        if (found == 0) {
            return decays && experiment.weightDecay() == 0 ? PortMistake.WEIGHT_DECAY_FOR_L2 : PortMistake.L2_MISSING;
        }
        if (right == 0) {
            return experiment.weightDecay() > 0 && !decays ? PortMistake.L2_FOR_WEIGHT_DECAY : PortMistake.L2_EXTRA;
        }
        if (lambda > 0 && Findings.same(found, lambda)) {
            return PortMistake.L2_LAMBDA_NOT_DIVIDED;
        }
        if (lambda > 0 && batch < m && Findings.same(found, ofBatch() ? lambda / m : lambda / batch)) {
            return ofBatch() ? PortMistake.L2_DIVIDED_BY_EXAMPLES : PortMistake.L2_DIVIDED_BY_BATCH;
        }
        if (lambda == 0 && (Findings.same(found, right / m) || Findings.same(found, right / batch))) {
            return PortMistake.L2_DIVIDED;
        }
        if (Findings.same(found, right / 2)) {
            return PortMistake.L2_HALVED;
        }
        return Findings.same(found, 2 * right) ? PortMistake.L2_DOUBLED : PortMistake.L2_OTHER;
    }

    private void magnitudes(int b, List<Part> terms) {
        double right = penalty.magnitudes(ofBatch() ? batch : m);
        double found = strength(terms, L1, "l1");
        if (ofEachBatch(terms, L1) || Findings.same(found, right)) {
            return;
        }
        PortMistake mistake = found == 0
                ? PortMistake.L1_MISSING
                : right == 0
                        ? PortMistake.L1_EXTRA
                        : penalty.l1() > 0 && Findings.same(found, penalty.l1())
                                ? PortMistake.L1_LAMBDA_NOT_DIVIDED
                                : PortMistake.L1_OTHER;
        findings.add(mistake, b, found, right, ".l1(" + quotient(penalty.l1(), penalty.l1Coefficient()) + ")");
    }

    private static boolean isDecay(Part term) {
        return term.is("WeightDecay", "DecoupledDecay");
    }

    private void decay(int b, List<Part> terms) {
        double right = experiment.weightDecay();
        double found = strength(terms, "WeightDecay", "coeff")
                + terms.stream()
                        .filter(term -> term.is("DecoupledDecay"))
                        .mapToDouble(term -> term.number("coefficient", Double.NaN))
                        .sum();
        List<Part> decays = terms.stream().filter(PenaltyCheck::isDecay).toList();
        String line = right > 0
                ? "layer.regularization(new ArrayList<>(List.of(new DecoupledDecay(" + right + "))))"
                : line();
        if (decays.size() == 2 && decays.get(0).equals(decays.get(1))) {
            findings.add(PortMistake.WEIGHT_DECAY_TWICE, b, found, right == 0 ? SaidOfPort.NONE.of() : right, line);
            return;
        }
        if (Findings.same(found, right)
                || findings.has(PortMistake.WEIGHT_DECAY_FOR_L2)
                || (found == 0 && findings.has(PortMistake.L2_FOR_WEIGHT_DECAY))) {
            return;
        }
        PortMistake mistake = found == 0
                ? PortMistake.WEIGHT_DECAY_MISSING
                : right == 0 ? PortMistake.WEIGHT_DECAY_EXTRA : PortMistake.WEIGHT_DECAY_OTHER;
        findings.add(mistake, b, found, right, line);
    }

    private void biases(int b, List<Part> terms, boolean hasBias) {
        boolean squares = terms.stream().anyMatch(term -> term.is(L2));
        if (squares && !penalty.biases()) {
            findings.add(
                    PortMistake.L2_ON_BIASES,
                    b,
                    strength(terms, L2, "l2"),
                    SaidOfPort.NONE.of(),
                    Findings.without(".l2Bias(…)"));
        }
        if (!squares && penalty.biases() && right() > 0 && hasBias) {
            findings.add(
                    PortMistake.L2_NOT_ON_BIASES, b, SaidOfPort.NONE.of(), right(), line().replace(".l2(", ".l2Bias("));
        }
        if (terms.stream().anyMatch(term -> term.is(L1)) && !penalty.biases()) {
            findings.add(
                    PortMistake.L1_ON_BIASES,
                    b,
                    strength(terms, L1, "l1"),
                    SaidOfPort.NONE.of(),
                    Findings.without(".l1Bias(…)"));
        }
        if (terms.stream().anyMatch(PenaltyCheck::isDecay)) {
            findings.add(
                    PortMistake.WEIGHT_DECAY_ON_BIASES,
                    b,
                    SaidOfPort.TERMS.of(terms.size()),
                    SaidOfPort.NONE.of(),
                    Findings.without(".weightDecayBias(…)"));
        }
    }
}
