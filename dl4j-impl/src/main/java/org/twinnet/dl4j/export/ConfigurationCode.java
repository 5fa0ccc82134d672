package org.twinnet.dl4j.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.schedule.ISchedule;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.ParameterLayout;
import org.twinnet.dl4j.Penalty;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.batch.BatchStrength;
import org.twinnet.dl4j.loss.Dl4jLoss;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.normalization.LoneExampleBatchNormalization;
import org.twinnet.dl4j.normalization.UnbiasedBatchNormalization;
import org.twinnet.dl4j.update.DecoupledDecay;
import org.twinnet.dl4j.update.GradientClip;

/** The Java class that configures a network as {@link org.twinnet.dl4j.Dl4jConfigurations} does. */
public final class ConfigurationCode {

    private final Dl4jSettings settings;
    private final int examples;
    private final int[] batches;
    private final JavaText java = new JavaText();
    private final UpdaterCode updater;
    private final ParameterLayout layout;

    private ConfigurationCode(Dl4jSettings settings, int examples, int[] batches) {
        this.settings = settings;
        this.examples = examples;
        this.batches = batches;
        this.layout = settings.layout();
        this.updater = new UpdaterCode(settings.update(), java);
    }

    /**
     * Writes the class {@code NetworkConfiguration}, whose method {@code create()} makes the configuration.
     *
     * @param settings the network and its training
     * @param packageName the package of the class
     * @param examples m, the number of training examples
     * @param batches the number of examples that each {@code fit} of an epoch will get
     * @return Java, with the reason beside each line that is easily got wrong; dropout is DL4J's own
     */
    public static String of(Dl4jSettings settings, String packageName, int examples, int[] batches) {
        return new ConfigurationCode(settings, examples, batches.clone()).write(packageName);
    }

    private String write(String packageName) {
        StringBuilder body = new StringBuilder();
        body.append("        return new ").append(java.type(NeuralNetConfiguration.class));
        body.append(".Builder()\n");
        line(
                body,
                "Single precision unless it is said here, whatever ND4J's own default is.",
                ".dataType(" + java.type(DataType.class) + "."
                        + settings.precision().type() + ")");
        body.append("                .seed(1)\n");
        body.append("                .weightInit(")
                .append(java.type(WeightInit.class))
                .append(".XAVIER)\n");
        line(body, updater.reason(), ".updater(" + updater.updater() + ")");
        penalize(body);
        GradientClip.Stock clip = settings.update().clip().stock();
        if (clip.kind() != GradientNormalization.None) {
            line(
                    body,
                    "DL4J clips the gradient of the mean loss, before L2 and L1 are added to it.",
                    ".gradientNormalization(" + java.type(GradientNormalization.class) + "." + clip.kind() + ")");
            body.append("                .gradientNormalizationThreshold(")
                    .append(clip.threshold())
                    .append(")\n");
        }
        body.append("                .list()\n");
        for (int l = 1; l <= layout.layers(); l++) {
            layer(body, l);
        }
        body.append("                .build();\n    }\n");
        helpers(body);
        java.type(MultiLayerConfiguration.class);
        return "package " + packageName + ";\n\n" + java.imports() + "\n" + heading() + body + "}\n";
    }

    private String heading() {
        return "/** The network " + sizes() + ", trained on " + examples + " examples. */\n"
                + "public final class NetworkConfiguration {\n\n"
                + "    private NetworkConfiguration() {}\n\n"
                + "    /** Makes the configuration of a network that is not trained yet. */\n"
                + "    public static MultiLayerConfiguration create() {\n";
    }

    private String sizes() {
        return layout.layerSizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    private static void line(StringBuilder body, String reason, String code) {
        body.append("                // ").append(reason).append('\n');
        body.append("                ").append(code).append('\n');
    }

    private void penalize(StringBuilder body) {
        Penalty penalty = settings.penalty();
        if (ofEachBatch()) {
            return;
        }
        int m = penalty.overBatch() ? batches[0] : examples;
        String over = penalty.overBatch() ? "B" : "m";
        String l2 = coefficient(penalty.l2(), penalty.l2Coefficient(), m);
        String l1 = coefficient(penalty.l1(), penalty.l1Coefficient(), m);
        if (penalty.squares(m) > 0) {
            line(
                    body,
                    "l2(c) is c/2 * sum of W^2, not divided by anything: c = lambda/" + over
                            + ". weightDecay(c) here would act twice.",
                    ".l2(" + l2 + ")");
        }
        if (penalty.magnitudes(m) > 0) {
            line(body, "l1(c) is c * sum of |W|, not divided by anything: c = lambda/" + over + ".", ".l1(" + l1 + ")");
        }
        if (penalty.biases() && penalty.squares(m) > 0) {
            line(body, "Biases are penalized as well; l2 alone leaves them out.", ".l2Bias(" + l2 + ")");
        }
        if (penalty.biases() && penalty.magnitudes(m) > 0) {
            line(body, "Biases are penalized as well; l1 alone leaves them out.", ".l1Bias(" + l1 + ")");
        }
    }

    /** λ/m + c, as little of it as there is. */
    private static String coefficient(double lambda, double coefficient, int m) {
        String divided = lambda + " / " + m;
        return lambda == 0 ? String.valueOf(coefficient) : coefficient == 0 ? divided : divided + " + " + coefficient;
    }

    private boolean ofEachBatch() {
        Penalty penalty = settings.penalty();
        return penalty.overBatch() && batches.length > 1 && (penalty.squares(1) > 0 || penalty.magnitudes(1) > 0);
    }

    private void layer(StringBuilder body, int l) {
        boolean last = l == layout.layers();
        boolean normalized = layout.isNormalized(l);
        Dl4jLoss objective = settings.objective();
        String loss = java.make((layout.isNormalized(layout.layers())
                        ? objective.ofLossLayer(settings.loss())
                        : objective.function(settings.loss()))
                .getClass());
        boolean output = last && !normalized;
        body.append("                .layer(new ")
                .append(java.type(output ? OutputLayer.class : DenseLayer.class))
                .append(".Builder(")
                .append(output ? loss : "")
                .append(")\n");
        inner(body, "", ".nIn(" + layout.inputs(l) + ")");
        inner(body, "", ".nOut(" + layout.units(l) + ")");
        inner(body, "", ".activation(" + (normalized ? java.make(ActivationIdentity.class) : activation(l)) + ")");
        double keep = settings.keepProbabilities().get(l - 1);
        if (keep < 1) {
            inner(
                    body,
                    "The probability to keep; dropout acts on the input, "
                            + (l == 1 ? "the features." : "the output of layer " + (l - 2) + ", from 0."),
                    ".dropOut(" + keep + ")");
        }
        if (updater.ofEachLayer()) {
            inner(body, "The limit holds for each layer, after the penalty.", ".updater(" + updater.of(l, true) + ")");
        }
        regularize(body);
        body.append("                        .build())\n");
        if (normalized) {
            normalize(body, l, last, loss);
        }
    }

    private void regularize(StringBuilder body) {
        List<String> penalties = ofEachBatch() ? penalties() : List.of();
        List<String> ofWeights = new ArrayList<>(penalties);
        if (settings.update().weightDecay() > 0) {
            ofWeights.add(java.make(DecoupledDecay.class, settings.update().weightDecay()));
        }
        if (!ofWeights.isEmpty()) {
            inner(body, "Set layer by layer: of the whole network it would act twice.", regularization("", ofWeights));
        }
        if (!penalties.isEmpty() && settings.penalty().biases()) {
            inner(body, "", regularization("Bias", penalties));
        }
    }

    private String regularization(String of, List<String> terms) {
        return ".regularization" + of + "(new " + java.type(ArrayList.class) + "<>(" + java.type(List.class) + ".of("
                + String.join(", ", terms) + ")))";
    }

    private List<String> penalties() {
        Penalty penalty = settings.penalty();
        List<String> terms = new ArrayList<>();
        if (penalty.squares(1) > 0) {
            terms.add(java.make(L2Regularization.class, strength(penalty.l2(), penalty.l2Coefficient())));
        }
        if (penalty.magnitudes(1) > 0) {
            terms.add(java.make(L1Regularization.class, strength(penalty.l1(), penalty.l1Coefficient())));
        }
        return terms;
    }

    private String strength(double lambda, double coefficient) {
        String sizes = Arrays.stream(batches).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return java.make(BatchStrength.class, lambda, coefficient, "new int[] {" + sizes + "}");
    }

    private void normalize(StringBuilder body, int l, boolean last, String loss) {
        BatchNorm normalization = settings.normalization().get(l - 1).orElseThrow();
        String made = java.make(
                normalization.unbiased() ? UnbiasedBatchNormalization.class : LoneExampleBatchNormalization.class,
                layout.units(l),
                normalization.decay(),
                normalization.epsilon());
        line(
                body,
                "Batch normalization stands between Z and the activation; its gamma and beta are not penalized.",
                ".layer(normalized(" + made + ", " + updater.of(l, true) + "))");
        body.append("                .layer(new ")
                .append(java.type(last ? LossLayer.class : ActivationLayer.class))
                .append(".Builder(")
                .append(last ? loss : "")
                .append(").activation(")
                .append(activation(l))
                .append(").build())\n");
    }

    /** The constructor's call; only the leaky ReLU has a setting. */
    private String activation(int l) {
        Dl4jActivation activation =
                l == layout.layers() ? settings.output() : settings.hidden().get(l - 1);
        Class<?> type = activation.activation().getClass();
        return activation instanceof Dl4jActivation.LeakyRelu leaky ? java.make(type, leaky.slope()) : java.make(type);
    }

    private static void inner(StringBuilder body, String reason, String code) {
        if (!reason.isEmpty()) {
            body.append("                        // ").append(reason).append('\n');
        }
        body.append("                        ").append(code).append('\n');
    }

    private void helpers(StringBuilder body) {
        if (updater.isScheduled()) {
            body.append("\n    private static ")
                    .append(java.type(IUpdater.class))
                    .append(" scheduled(IUpdater updater, double rate, ")
                    .append(java.type(ISchedule.class))
                    .append(" schedule) {\n        updater.setLrAndSchedule(rate, schedule);\n")
                    .append("        return updater;\n    }\n");
        }
        if (layout.normalized().contains(true)) {
            body.append("\n    /** DL4J's clipping would clip what running means and variances move by as well. */\n")
                    .append("    private static BatchNormalization normalized(")
                    .append(java.type(BatchNormalization.class))
                    .append(" layer, ")
                    .append(java.type(IUpdater.class))
                    .append(" updater) {\n        layer.setGradientNormalization(")
                    .append(java.type(GradientNormalization.class))
                    .append(".None);\n        layer.setIUpdater(updater);\n        return layer;\n    }\n");
        }
    }
}
