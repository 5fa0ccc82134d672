package org.twinnet.compare.move;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.twin.dl4j.Dl4jCode;
import org.twinnet.data.Standardization;
import org.twinnet.data.Targets;

/** A moved network as a Maven project: the network, its configuration as code, and programs that use it. */
public final class MovedProject {

    private static final String PACKAGE = "network";
    private static final String STANDARDIZED = "\nFeatures are standardized before the network sees them:"
            + " `normalizer.bin` is DL4J's `NormalizerStandardize`.\n";

    private static final String STANDARDIZED_IN_CHINESE =
            "\n特征在进入网络之前先标准化：`normalizer.bin` 是 DL4J 的 `NormalizerStandardize`。\n";

    private static final String CODE = "src/main/java/" + PACKAGE + "/";

    private final MovedNetwork network;
    private final Optional<Standardization> standardization;
    private final String name;
    private final boolean chinese;

    /**
     * Prepares a project.
     *
     * @param network the network
     * @param standardization what is done to features before the network sees them
     * @param folder the name of its folder, which the program is called after
     * @param language the language of its README, Chinese or any other for English
     */
    public MovedProject(
            MovedNetwork network, Optional<Standardization> standardization, String folder, Locale language) {
        this.network = network;
        this.standardization = standardization;
        this.name = name(folder);
        this.chinese = language.getLanguage().equals("zh");
    }

    /** Letters, digits and hyphens, as names of programs have them. */
    private static String name(String folder) {
        String name =
                folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "moved-network" : name;
    }

    /**
     * The name of the program.
     *
     * @return the jar's name without its end
     */
    public String name() {
        return name;
    }

    /**
     * All files but those of the proof.
     *
     * @return contents by path
     */
    public Map<String, byte[]> files() {
        int m = network.data().size();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pom.xml", template("pom.xml"));
        files.put("README.md", template(chinese ? "README_zh.md" : "README.md"));
        files.put(".gitignore", text("target/\n"));
        files.put("model.zip", network.model());
        files.put("experiment.json", text(ExperimentFile.text(List.of(network.experiment()))));
        files.put(Moving.WEIGHTS, network.weights(standardization));
        standardization.ifPresent(
                it -> files.put("normalizer.bin", Dl4jCode.standardizer(array(it.means()), array(it.deviations()))));
        String configuration = Dl4jCode.of(network.experiment(), PACKAGE, m);
        files.put(CODE + "NetworkConfiguration.java", text(configuration));
        for (String program : List.of("Predict", "Train", "Network", "DataFile")) {
            files.put(CODE + program + ".java", template(program + ".java"));
        }
        files.put("src/main/resources/logback.xml", template("logback.xml"));
        new SharedSources()
                .neededBy(configuration)
                .forEach((path, source) -> files.put("src/main/java/" + path, text(source)));
        return files;
    }

    private byte[] template(String file) {
        String text = resource("project/" + file).orElseThrow(() -> new IllegalStateException(file + " is missing"));
        for (Map.Entry<String, String> value : values().entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text(text);
    }

    private Map<String, String> values() {
        Targets targets = network.experiment().targets();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("NAME", name);
        values.put(
                "SIZES",
                network.experiment().layerSizes().stream().map(String::valueOf).collect(Collectors.joining("-")));
        values.put("FEATURES", String.valueOf(network.experiment().inputs()));
        values.put("OUTPUTS", String.valueOf(targets.outputs()));
        values.put("CLASSES", String.valueOf(targets.kind() == Targets.Kind.CLASSES));
        values.put(
                "BATCH",
                network.experiment().batches() instanceof Batches.Shuffled shuffled
                        ? String.valueOf(shuffled.size())
                        : "Integer.MAX_VALUE");
        values.put("EXAMPLES", String.valueOf(network.data().size()));
        values.put("STANDARDIZED", standardized());
        return values;
    }

    private String standardized() {
        return standardization.isEmpty() ? "" : chinese ? STANDARDIZED_IN_CHINESE : STANDARDIZED;
    }

    static Optional<String> resource(String file) {
        try (InputStream in = MovedProject.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
