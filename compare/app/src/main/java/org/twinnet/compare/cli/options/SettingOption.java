package org.twinnet.compare.cli.options;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What {@code experiment-options.properties} says of the option for a setting of an experiment.
 *
 * @param key the setting
 */
record SettingOption(ExperimentKeys.Key key) {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.twinnet.compare.cli.experiment-options", Locale.ROOT);

    private static final String ACTIVATION = "layers[].activation";

    /** One for each setting of an experiment, the output's activation after that of the hidden layers. */
    static List<SettingOption> all() {
        return ExperimentKeys.all().stream()
                .flatMap(key -> key.key().equals(ACTIVATION)
                        ? Stream.of(key, ExperimentKeys.require(ExperimentTree.OUTPUT))
                        : Stream.of(key))
                .map(SettingOption::new)
                .toList();
    }

    /** Whether it can be more than one thing; what can't is no option. */
    boolean isChoice() {
        return key.words().size() != 1;
    }

    /** Whether it names a file; no other setting is a text of one's own. */
    boolean isFile() {
        return key.type() == String.class && key.words().isEmpty();
    }

    /** Its name, such as {@code --l2}: that of the texts, or what the key ends with. */
    String name() {
        String last = key.key().replaceFirst("\\.kind$", "").replaceFirst(".*\\.", "");
        return "--" + text("option").orElse(last.replace('_', '-'));
    }

    /** What users call a setting by its key; anything else is called what it is. */
    static String nameOf(String key) {
        return ExperimentKeys.find(key)
                .map(known -> isOfOneLayer(key) ? Varied.OPTION + " " + key : new SettingOption(known).name())
                .orElse(key);
    }

    /** Whether a key such as {@code layers[0].units} has no option of its own. */
    static boolean isOfOneLayer(String key) {
        return !ExperimentKeys.general(key).equals(key);
    }

    /** A message with the names of options in place of the keys of settings that it names. */
    static String named(String message) {
        String named = message;
        for (SettingOption option : all()) {
            named = named.replaceAll(
                    "(?<![\\w.])" + Pattern.quote(option.key().key()) + "(?![\\w.])",
                    Matcher.quoteReplacement(option.name()));
        }
        return named;
    }

    /** What one value may be. */
    String allowed() {
        return text("allowed").orElse(key.allowed());
    }

    /** One value's converter. */
    ExperimentValue value() {
        return new ExperimentValue(
                key, allowed() + text("example").map(it -> ", such as " + it).orElse(""));
    }

    /** A text that belongs to the setting; {@code ""} names its description. */
    Optional<String> text(String what) {
        String name = key.key() + (what.isEmpty() ? "" : "." + what);
        return TEXTS.containsKey(name) ? Optional.of(TEXTS.getString(name)) : Optional.empty();
    }

    /** The option, described by a text of the setting. */
    OptionSpec spec(ITypeConverter<?> converter, String label, String description) {
        OptionSpec.Builder builder = OptionSpec.builder(name())
                .type(Object.class)
                .paramLabel(text(label).orElse(key.words().isEmpty() ? "N" : String.join("|", key.words())))
                .converters(converter)
                .description(text(description).orElse("The setting " + key.key() + ": " + allowed() + "."));
        text("alone").ifPresent(value -> builder.arity("0..1").fallbackValue(value));
        return (key.words().isEmpty() ? builder : builder.completionCandidates(key.words())).build();
    }
}
