package org.twinnet.compare.diagnosis;

import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Schedule;

/** The update of one tensor in schoolbook formulas, with a fault where it has one of its own. */
final class FaultyUpdate {

    private final Experiment experiment;
    private final FaultyTrainer.Fault fault;
    private final boolean ofWeights;
    private final double[][] v;
    private final double[][] s;
    private final double[][] largest;

    FaultyUpdate(Experiment experiment, FaultyTrainer.Fault fault, boolean ofWeights, double[][] like) {
        this.experiment = experiment;
        this.fault = fault;
        this.ofWeights = ofWeights;
        this.v = new double[like.length][like[0].length];
        this.s = new double[like.length][like[0].length];
        this.largest = new double[like.length][like[0].length];
    }

    private boolean is(String name) {
        return fault.is(name);
    }

    private Optimizer optimizer() {
        return experiment.optimizer();
    }

    /** Velocity or first moment. */
    Optional<double[][]> first() {
        Optimizer of = optimizer();
        return of instanceof Optimizer.Momentum || of instanceof Optimizer.Nesterov || of instanceof Optimizer.Moments
                ? Optional.of(v)
                : Optional.empty();
    }

    /** Second moment. */
    Optional<double[][]> second() {
        Optimizer of = optimizer();
        return of instanceof Optimizer.Adagrad || of instanceof Optimizer.Rmsprop || of instanceof Optimizer.Moments
                ? Optional.of(s)
                : Optional.empty();
    }

    private double rate(int t) {
        double alpha = optimizer().learningRate();
        int n = t - 1 + (is("schedule-off-by-one") ? 1 : 0);
        if (is("schedule-not-applied")) {
            return alpha;
        }
        if (experiment.schedule() instanceof Schedule.Step step) {
            return alpha * Math.pow(step.factor(), Math.floorDiv(n, step.every()));
        }
        if (experiment.schedule() instanceof Schedule.Exponential exponential) {
            return alpha * Math.pow(exponential.factor(), n);
        }
        if (experiment.schedule() instanceof Schedule.Inverse inverse) {
            return alpha / Math.pow(1 + inverse.rate() * n, inverse.power());
        }
        return alpha;
    }

    void step(double[][] parameters, double[][] g, int t) {
        double alpha = rate(t);
        boolean decays = ofWeights || is("weight-decay-on-biases");
        double decay = decays && !is("weight-decay-missing") ? experiment.weightDecay() : 0;
        for (int i = 0; i < parameters.length; i++) {
            for (int k = 0; k < parameters[i].length; k++) {
                double w = parameters[i][k];
                boolean through = is("weight-decay-through-adam");
                double direction = direction(i, k, g[i][k] + (through ? decay * w : 0), t);
                double shrinking = through ? 0 : is("weight-decay-not-by-rate") ? decay : alpha * decay;
                parameters[i][k] = w - alpha * direction - shrinking * w;
            }
        }
    }

    private double direction(int i, int k, double g, int t) {
        if (is("optimizer-gradient-descent")) {
            return g;
        }
        if (optimizer() instanceof Optimizer.Momentum momentum) {
            return momentum(i, k, g, momentum);
        }
        if (optimizer() instanceof Optimizer.Nesterov nesterov) {
            double mu = nesterov.momentum();
            v[i][k] = (is("momentum-velocity-not-carried") ? 0 : mu * v[i][k]) + g;
            return is("nesterov-plain-momentum") ? v[i][k] : g + mu * v[i][k];
        }
        if (optimizer() instanceof Optimizer.Adagrad adagrad) {
            s[i][k] = (is("adagrad-sum-not-carried") ? 0 : s[i][k]) + g * (is("adagrad-gradient-not-squared") ? 1 : g);
            return quotient("adagrad", g, s[i][k], adagrad.epsilon());
        }
        if (optimizer() instanceof Optimizer.Rmsprop rmsprop) {
            double rho = rmsprop.decay();
            s[i][k] = (is("rmsprop-squares-not-carried") ? 0 : rho * s[i][k])
                    + (is("rmsprop-squares-summed") ? 1 : 1 - rho) * g * (is("rmsprop-gradient-not-squared") ? 1 : g);
            return quotient("rmsprop", g, s[i][k], rmsprop.epsilon());
        }
        return optimizer() instanceof Optimizer.Moments adam ? adam(i, k, g, t, adam) : g;
    }

    private double momentum(int i, int k, double g, Optimizer.Momentum momentum) {
        double mu = is("momentum-differs") ? 0.8 : momentum.momentum();
        double share = momentum.average() != is("momentum-average-differs") ? 1 - mu : 1;
        double before = v[i][k];
        v[i][k] = switch (fault.id()) {
            case "momentum-velocity-not-carried" -> share * g;
            case "momentum-sign" -> share * g - mu * v[i][k];
            case "momentum-shares-swapped" -> mu * g + (1 - mu) * v[i][k];
            default -> share * g + mu * v[i][k];
        };
        return is("momentum-velocity-late") ? before : v[i][k];
    }

    private double quotient(String name, double x, double of, double epsilon) {
        return is(name + "-root-missing")
                ? x / (of + epsilon)
                : is(name + "-epsilon-inside-root") ? x / Math.sqrt(of + epsilon) : x / (Math.sqrt(of) + epsilon);
    }

    private double adam(int i, int k, double g, int t, Optimizer.Moments adam) {
        boolean swapped = is("adam-betas-swapped");
        double beta1 = swapped ? adam.beta2() : adam.beta1();
        double beta2 = swapped ? adam.beta1() : adam.beta2();
        boolean anew = is("adam-moment-not-carried");
        boolean summed = is("adam-moment-summed");
        v[i][k] = (anew || is("adam-moment-not-carried/first") ? 0 : beta1 * v[i][k]) + (summed ? 1 : 1 - beta1) * g;
        s[i][k] = (anew || is("adam-moment-not-carried/second") ? 0 : beta2 * s[i][k])
                + (summed ? 1 : 1 - beta2) * (is("adam-second-moment-not-squared") ? g : g * g);
        largest[i][k] = Math.max(largest[i][k], s[i][k]);
        double second =
                optimizer() instanceof Optimizer.Amsgrad && !is("amsgrad-largest-not-kept") ? largest[i][k] : s[i][k];
        int time = t + (is("adam-iteration-off-by-one") ? 1 : 0);
        boolean none = is("adam-bias-correction-missing");
        double first = v[i][k] / (none || is("adam-bias-correction-missing/first") ? 1 : 1 - Math.pow(beta1, time));
        double corrected = 1 - Math.pow(beta2, time);
        if (is("adam-epsilon-place-differs")) {
            return first / ((Math.sqrt(second) + adam.epsilon()) / Math.sqrt(corrected));
        }
        return quotient(
                "adam",
                first,
                second / (none || is("adam-bias-correction-missing/second") ? 1 : corrected),
                adam.epsilon());
    }
}
