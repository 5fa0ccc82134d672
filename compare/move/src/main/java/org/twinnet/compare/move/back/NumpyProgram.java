package org.twinnet.compare.move.back;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.move.Moving;

/** A page of Python that predicts with a network, by NumPy alone. */
final class NumpyProgram {

    private static final String SIGMOID = """

            def sigmoid(Z):
                e = np.exp(-np.abs(Z))  # of nothing above 0, so that it stays finite
                return np.where(Z >= 0, 1, e) / (1 + e)

            """;

    private static final String SOFTMAX = """

            def softmax(Z):
                e = np.exp(Z - Z.max(axis=0))  # the largest is 1, so that it stays finite
                return e / e.sum(axis=0)

            """;

    private static final String GELU = """

            def gelu(Z):
                return Z * np.vectorize(lambda z: math.erfc(-z / math.sqrt(2)) / 2, otypes=[Z.dtype])(Z)

            """;

    private final Experiment experiment;
    private final boolean standardized;

    /** A network, and whether features are standardized before it sees them. */
    NumpyProgram(Experiment experiment, boolean standardized) {
        this.experiment = experiment;
        this.standardized = standardized;
    }

    /** The program, in Python. */
    String text() {
        String cast = experiment.precision() == Precision.FLOAT32 ? ".astype(np.float32)" : "";
        String sizes = experiment.layerSizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
        return template()
                .replace("@SIZES@", sizes)
                .replace("@MEASURED@", standardized ? " as they were measured" : "")
                .replace("@IMPORTS@", (uses(Activation.Gelu.class) ? "import math\n" : "") + "import os\nimport sys\n")
                .replace("@WEIGHTS@", Moving.WEIGHTS)
                .replace("@CAST@", cast)
                .replace("@FUNCTIONS@", functions())
                .replace("@LAYERS@", layers(cast))
                .replace("@FEATURES@", String.valueOf(experiment.inputs()));
    }

    private static String template() {
        try (InputStream in = NumpyProgram.class.getResourceAsStream("predict.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean uses(Class<? extends Activation> activation) {
        return experiment.layers().stream().map(Layer::activation).anyMatch(activation::isInstance);
    }

    private String functions() {
        return (uses(Activation.Sigmoid.class) || uses(Activation.Swish.class) ? SIGMOID : "")
                + (uses(Activation.Softmax.class) ? SOFTMAX : "")
                + (uses(Activation.Gelu.class) ? GELU : "");
    }

    private String layers(String cast) {
        StringBuilder lines = new StringBuilder();
        String features = standardized ? "((X - file[\"mean\"][:, None]) / file[\"std\"][:, None])" : "X";
        line(lines, "A = " + features + cast);
        List<Layer> layers = experiment.layers();
        for (int l = 1; l <= layers.size(); l++) {
            Layer layer = layers.get(l - 1);
            line(lines, "Z = w[\"W" + l + "\"] @ A + w[\"b" + l + "\"]");
            if (layer.batchNorm() instanceof Normalization.BatchNorm norm) {
                line(
                        lines,
                        "Z = w[\"gamma" + l + "\"] * ((Z - w[\"running_mean" + l + "\"]) / np.sqrt(w[\"running_var" + l
                                + "\"] + " + norm.epsilon() + ")) + w[\"beta" + l + "\"]");
            }
            line(lines, "A = " + formula(layer.activation()));
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String line) {
        lines.append("    ").append(line).append('\n');
    }

    private static String formula(Activation activation) {
        if (activation instanceof Activation.LeakyRelu leaky) {
            return "np.where(Z > 0, Z, " + leaky.slope() + " * Z)";
        }
        return switch (activation.kind()) {
            case "relu" -> "np.maximum(Z, 0)";
            case "tanh" -> "np.tanh(Z)";
            case "elu" -> "np.where(Z > 0, Z, np.expm1(np.minimum(Z, 0)))";
            case "softplus" -> "np.logaddexp(0, Z)";
            case "swish" -> "Z * sigmoid(Z)";
            case "softsign" -> "Z / (1 + np.abs(Z))";
            case "identity" -> "Z";
            // sigmoid, softmax and gelu are functions of their own
            default -> activation.kind() + "(Z)";
        };
    }
}
