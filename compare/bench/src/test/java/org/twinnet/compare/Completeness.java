package org.twinnet.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

/**
 * Whether a formula has been added everywhere: the hand-written class and its test, the chapter and its test, a network
 * of DL4J that uses it, and its row in the documentation.
 */
final class Completeness {

    private static final Dataset DATA = Dataset.of(
            "points", List.of("x1", "x2"), new double[][] {{0, 1}, {1, 0}, {-1, 0.5}}, new double[] {0, 1, 1});

    private static final Dataset CLASSES = Dataset.of(
            "classes",
            List.of("x1", "x2"),
            new double[][] {{0, 1}, {1, 0}, {-1, 0.5}},
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new Targets(Targets.Kind.CLASSES, 3));

    /** Formulas that differ in a number or a maximum stand in one chapter. */
    private static final Map<String, String> SHARED = Map.of(
            "MeanSquaredError", "SquaredError", "Quadratic", "SquaredError", "Amsgrad", "Adam", "Adamw", "WeightDecay");

    /** What has no class of its own by hand: AdamW is Adam, and weight decay beside it. */
    private static final Map<String, String> BY_HAND = Map.of("Adamw", "WeightDecay");

    /** What DL4J does not have; both networks of a comparison can't be trained with it. */
    private static final Set<String> NOT_IN_DL4J = Set.of("Norm");

    private final Path root;

    Completeness(Path root) {
        this.root = root;
    }

    /**
     * One choice.
     *
     * @param room the package of its kind, such as {@code activation}
     * @param name the hand-written class
     * @param chapter the chapter without {@code Theory} behind it
     * @param word what an experiment file calls it
     */
    record Formula(String room, String name, String chapter, String word) {

        static Formula of(Class<?> choice, Class<?> type) {
            String name = type.getSimpleName();
            return new Formula(
                    choice.getSimpleName().toLowerCase(Locale.ROOT),
                    BY_HAND.getOrDefault(name, name),
                    SHARED.getOrDefault(name, name),
                    Choice.kindOf(type));
        }

        static Formula penalty(String norm) {
            String name = norm.toUpperCase(Locale.ROOT);
            return new Formula("penalty", name, name, "penalty." + norm);
        }

        /** Batch normalization is a layer of the hand-written network. */
        static Formula batchNormalization() {
            return new Formula("normalization", "BatchNormalization", "BatchNormalization", "layers[].batch_norm");
        }

        String scratch() {
            if (room.equals("normalization")) {
                return "org.twinnet.scratch.layer." + name;
            }
            return "org.twinnet.scratch." + room + "." + name + (room.equals("penalty") ? "Penalty" : "");
        }

        String theory() {
            return "org.twinnet.compare.theory." + room + "." + chapter + "Theory";
        }
    }

    List<String> gaps(Formula formula) {
        List<String> gaps = new ArrayList<>();
        requireClass(formula.scratch(), gaps);
        requireTest("scratch-impl", formula.scratch(), gaps);
        // an initialization is drawn, not computed: it has no rounding to bound
        if (!formula.room().equals("initialization")) {
            requireClass(formula.theory(), gaps);
            requireChapterTest(formula, gaps);
        }
        if (!trains(formula) && !NOT_IN_DL4J.contains(formula.name())) {
            gaps.add("a network of DL4J with it");
        }
        String word = "`" + formula.word() + "`";
        if (!read(root.resolve("compare/docs/experiment-format.md")).contains(word)) {
            gaps.add(word + " in experiment-format.md");
        }
        return gaps;
    }

    private static void requireClass(String name, List<String> gaps) {
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            gaps.add(name);
        }
    }

    /** A test of its own, or one of its room that puts all formulas of the kind through the same. */
    private void requireTest(String module, String name, List<String> gaps) {
        Path own = root.resolve(module + "/src/test/java/" + name.replace('.', '/') + "Test.java");
        String type = name.substring(name.lastIndexOf('.') + 1);
        if (!Files.exists(own) && !contract(own.getParent(), type)) {
            gaps.add(name + "Test");
        }
    }

    /** As {@link #requireTest}; a test of chapters may also take them by the words of an experiment. */
    private void requireChapterTest(Formula formula, List<String> gaps) {
        List<String> own = new ArrayList<>();
        requireTest("compare/judge", formula.theory(), own);
        Path chapters = root.resolve("compare/judge/src/test/java/org/twinnet/compare/theory");
        String word = formula.room().substring(0, 1).toUpperCase(Locale.ROOT)
                + formula.room().substring(1) + "." + formula.name();
        if (!own.isEmpty() && !contract(chapters, word)) {
            gaps.addAll(own);
        }
    }

    private static boolean contract(Path room, String type) {
        try (Stream<Path> files = Files.walk(room)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .anyMatch(file -> read(file).contains("new " + type + "("));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether some network that an experiment may have takes a step in DL4J with it. */
    private static boolean trains(Formula formula) {
        return experiments(formula).stream()
                .anyMatch(changes -> trains(changes, Experiment.of(2, 3, 1), DATA)
                        || trains(changes, Experiment.of(2, 3, 3), CLASSES));
    }

    private static boolean trains(Map<String, Object> changes, Experiment network, Dataset data) {
        try {
            Experiment experiment =
                    ExperimentTree.with(network.named("completeness").iterations(1), changes);
            try (Twin twin =
                    TwinFactories.standard(TwinFactories.Loss.LOGIT).dl4j().create(experiment, data)) {
                return Double.isFinite(twin.step());
            }
        } catch (SettingException e) {
            return false;
        }
    }

    /** An activation may be one of hidden layers or of the output, and not every loss goes with every output. */
    private static List<Map<String, Object>> experiments(Formula formula) {
        return switch (formula.room()) {
            case "penalty" -> List.of(Map.of(formula.word(), 0.5));
            case "normalization" -> List.of(Map.of(formula.word(), "batch-norm"));
            case "activation" -> {
                List<Map<String, Object>> all = new ArrayList<>();
                all.add(Map.of("layers[].activation", List.of(formula.word(), "sigmoid")));
                for (Class<?> loss : Loss.class.getPermittedSubclasses()) {
                    all.add(output(formula.word(), Choice.kindOf(loss)));
                }
                yield all;
            }
            case "loss" -> {
                List<Map<String, Object>> all = new ArrayList<>();
                for (Class<?> activation : Activation.class.getPermittedSubclasses()) {
                    all.add(output(Choice.kindOf(activation), formula.word()));
                }
                yield all;
            }
            case "clipping" -> List.of(Map.of("clip", formula.word()));
            default -> List.of(Map.of(formula.room(), formula.word()));
        };
    }

    private static Map<String, Object> output(String activation, String loss) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("layers[].activation", List.of("relu", activation));
        changes.put("loss", loss);
        return changes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
