package org.twinnet.compare.cli.options;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.setting.Setting;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options that say what is trained: one for each setting of an experiment, made from the list of settings itself.
 * {@code experiment-options.properties} says how help describes them, and which are called otherwise than their key
 * ends.
 */
@Command
public final class ExperimentOptions {

    /** 80 MB a copy; a comparison holds a few dozen. */
    private static final long MAX_PARAMETERS = 10_000_000;

    private static final String UNITS = "layers[].units";

    private final Map<ExperimentKeys.Key, OptionSpec> options = new LinkedHashMap<>();
    private final Set<String> own;
    private CommandSpec command;

    /** All settings are options. */
    public ExperimentOptions() {
        this(Set.of());
    }

    /**
     * All settings are options but those that the command gives itself.
     *
     * @param own keys of these
     */
    public ExperimentOptions(Set<String> own) {
        this.own = own;
    }

    /** Adds the options to the command that uses these. */
    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec mixee) {
        command = mixee;
        for (SettingOption option : SettingOption.all()) {
            ExperimentKeys.Key key = option.key();
            if (option.isChoice() && !own.contains(key.key())) {
                OptionSpec spec = option.spec(option.isFile() ? new Allowed.NamedPath() : option.value(), "label", "");
                options.put(key, spec);
                mixee.addOption(spec);
            }
        }
    }

    /** What was said, as values under flat keys. */
    Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>();
        options.forEach((key, option) -> {
            Object value = option.getValue();
            if (value instanceof KindValue kind) {
                kind.settings().forEach((inner, it) -> put(said, inner, it));
            } else if (value != null) {
                put(said, key.key(), value instanceof Path file ? file.toString() : value);
            }
        });
        return said;
    }

    private void put(Map<String, Object> said, String key, Object value) {
        if (said.putIfAbsent(key, value) != null) {
            throw new ParameterException(
                    command.commandLine(), SettingOption.nameOf(key) + " is given twice; leave one of both out");
        }
    }

    /**
     * What was said of a setting.
     *
     * @param key its key
     * @return the value; empty where no option was given
     */
    public Optional<Object> said(String key) {
        return Optional.ofNullable(said().get(key));
    }

    /**
     * Whether one of some settings was said.
     *
     * @param keys their keys
     * @return true if an option was given
     */
    public boolean says(Set<String> keys) {
        return said().keySet().stream().anyMatch(keys::contains);
    }

    /**
     * The names of the options for some settings.
     *
     * @param keys their keys
     * @return such as {@code --l2 or --dropout-masks}
     */
    public String names(Set<String> keys) {
        return options.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey().key()))
                .map(entry -> entry.getValue().longestName())
                .collect(Collectors.joining(" or "));
    }

    /**
     * An experiment with what was said put in, which can be trained.
     *
     * @param experiment the experiment
     * @return another one
     * @throws ParameterException if a value does not go with the others, or the network is too large
     */
    public Experiment applied(Experiment experiment) {
        Experiment applied = said(experiment);
        requireTrainable(applied.layerSizes());
        requireMeant(said(), applied);
        return applied;
    }

    /**
     * An experiment with what was said put in, whatever its size.
     *
     * @param experiment the experiment
     * @return another one
     * @throws ParameterException if a value does not go with the others
     */
    public Experiment said(Experiment experiment) {
        Map<String, Object> said = said();
        try {
            return ExperimentTree.with(experiment, said);
        } catch (SettingException e) {
            throw new ParameterException(command.commandLine(), named(e, said), e);
        }
    }

    /**
     * What to say of an experiment that cannot be trained.
     *
     * @param e what is wrong with it
     * @return the message, with the option where the setting was said by one
     */
    public String told(SettingException e) {
        return named(e, said());
    }

    /** Names the option in place of the setting, where the setting was said by one, or has to be. */
    private String named(SettingException e, Map<String, Object> said) {
        String key = general(e.key());
        return options.entrySet().stream()
                .filter(entry ->
                        e.isMissing() || said.containsKey(entry.getKey().key()))
                .filter(entry ->
                        List.of(key, key + ".kind").contains(entry.getKey().key()))
                .findFirst()
                .map(entry -> entry.getValue().longestName() + " " + SettingOption.named(e.reason()))
                .orElse(e.getMessage());
    }

    private static String general(String key) {
        return key.replaceAll("\\[\\d+\\]", "[]");
    }

    /** A network with one layer has no hidden one that a setting of hidden layers could change. */
    private void requireMeant(Map<String, Object> said, Experiment experiment) {
        if (experiment.layers().size() > 1) {
            return;
        }
        Map<String, Object> usual = ExperimentTree.settings(Experiment.published(1)).stream()
                .collect(Collectors.toMap(Setting::key, Setting::value));
        options.forEach((key, option) -> {
            boolean ofHidden = key.key().startsWith("layers[]") && !key.key().equals(UNITS);
            Object common = usual.get(key.key()) instanceof List<?> layers ? layers.get(0) : null;
            if (ofHidden && said.containsKey(key.key()) && !said.get(key.key()).equals(common)) {
                throw new UserException("--layers 1 has no hidden units for " + option.longestName()
                        + "; add a hidden layer, or leave it out.");
            }
        });
    }

    /** Each layer alone may be wide; what counts for memory is the product of neighbours. */
    static void requireTrainable(List<Integer> sizes) {
        long parameters = 0;
        for (int l = 1; l < sizes.size(); l++) {
            parameters += (sizes.get(l - 1) + 1L) * sizes.get(l);
        }
        if (parameters > MAX_PARAMETERS) {
            String units = sizes.stream().skip(1).map(String::valueOf).collect(Collectors.joining(","));
            throw new UserException(String.format(
                    Locale.ROOT,
                    "--layers %s makes %d parameters on %d features; allowed: at most %d in all",
                    units,
                    parameters,
                    sizes.get(0),
                    MAX_PARAMETERS));
        }
    }
}
