package org.twinnet.compare.cli.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.comparison.Comparison;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Refuses a study that cannot be: before a folder is made, and in the words of the options.
 *
 * @param command the command that was given
 * @param varied what was given by {@code --vary}
 */
record StudyCheck(CommandSpec command, List<String> varied) {

    private static final Pattern OF_LAYER = Pattern.compile("layers\\[(\\d+)]\\.([\\w.]+)");

    static void requireScored(Metric metric, Dataset training) {
        List<Metric> allowed = Metric.allowed(training.targets());
        if (!allowed.contains(metric)) {
            throw new UserException("--metric " + metric.label() + " is not for "
                    + (training.targets().kind() == Targets.Kind.NUMBERS ? "a regression" : "labels") + "; allowed: "
                    + allowed.stream().map(Metric::label).collect(Collectors.joining(", ")));
        }
        if (Double.isNaN(metric.lossOfGuessing(training))) {
            throw new UserException("--metric " + metric.label() + " needs targets that vary, and those of "
                    + training.name() + " do not; allowed: " + allowed.get(0).label());
        }
    }

    /** Each value by itself, beside the first of all others; what does not go together is a candidate that fails. */
    void requireTrainable(StudySettings said, int inputs) {
        SearchSpace space = said.space();
        Targets targets = experiment("", space.setting(space.first()), inputs).targets();
        for (SearchSpace.Axis axis : space.axes()) {
            space.looks(axis)
                    .forEach(look -> requireSame(targets, axis, experiment(axis.key(), space.setting(look), inputs)));
        }
        space.axes().forEach(axis -> requirePlace(space, axis, inputs));
        boolean ranges = space.axes().stream().anyMatch(axis -> axis.dimension() instanceof Dimension.Range);
        if (said.search() == SearchKind.GRID
                && ranges
                && space.gridPoints(said.candidates()).isEmpty()) {
            throw new UserException("--candidates " + said.candidates()
                    + " are too few for a grid, which needs two points of each range and every value of each choice;"
                    + " allow more candidates, or search at random");
        }
    }

    /** A setting of some kinds is held to what it may be beside one of these; where there is none it is a mistake. */
    private void requirePlace(SearchSpace space, SearchSpace.Axis axis, int inputs) {
        Map<String, Object> place = space.place(axis.key()).orElseGet(space::first);
        for (Object value : axis.dimension().ends()) {
            Map<String, Object> one = new LinkedHashMap<>(place);
            one.put(axis.key(), value);
            experiment(axis.key(), space.setting(one).with(Map.of(axis.key(), value)), inputs);
        }
    }

    /** How the first candidate of a list reads the numbers beside the features, whether or not it can be trained. */
    Targets targets(SearchSpace space) {
        return meant("", space.setting(space.first()), 1).targets();
    }

    /** All candidates are scored on the same numbers. */
    private void requireSame(Targets targets, SearchSpace.Axis axis, Experiment experiment) {
        Targets others = experiment.targets();
        if (!others.equals(targets)) {
            throw misuse(
                    axis.key(),
                    axis.dimension().text() + " reads the numbers beside the features in different ways, as "
                            + TargetWords.of(targets) + " and as " + TargetWords.of(others)
                            + "; tune one after the other");
        }
    }

    /** What a setting asks for, which both networks can be trained with. */
    private Experiment experiment(String key, Setting setting, int inputs) {
        Experiment experiment = meant(key, setting, inputs);
        ExperimentOptions.requireTrainable(experiment.layerSizes());
        try {
            Comparison.requireTrainable(List.of(experiment));
        } catch (SettingException e) {
            throw misuse(key, e);
        }
        return experiment;
    }

    private Experiment meant(String key, Setting setting, int inputs) {
        try {
            return setting.experiment("", inputs, 1, 0, 0);
        } catch (SettingException e) {
            throw misuse(key, e);
        }
    }

    /** Keys count layers from 0, as lists do; people count them from 1. */
    private static String told(SettingException e) {
        return OF_LAYER.matcher(SettingOption.named(e.getMessage()))
                .replaceAll(key -> key.group(2) + " of layer " + (Integer.parseInt(key.group(1)) + 1));
    }

    private ParameterException misuse(String key, SettingException e) {
        if (SearchSpace.own().contains(e.key())) {
            String kind = e.key().replaceFirst("\\..*", ".kind");
            return misuse(
                    key.isEmpty() ? kind : key,
                    "one of its values asks for what a study gives each of its trainings itself; allowed: any other");
        }
        return misuse(key, e.key().equals(key) ? SettingOption.named(e.reason()) : told(e));
    }

    private ParameterException misuse(String key, String message) {
        String name = varied.stream().anyMatch(one -> one.strip().startsWith(key + "="))
                ? Varied.OPTION + " " + key
                : SettingOption.nameOf(key);
        return new ParameterException(command.commandLine(), key.isEmpty() ? message : name + ": " + message);
    }
}
