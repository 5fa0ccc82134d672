package org.twinnet.compare.tuning.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.MeantSettings;

/**
 * The settings that a search may try: every combination of the values of some hyper-parameters.
 *
 * @param axes the hyper-parameters; positions in the unit cube have their coordinates in this order
 */
public record SearchSpace(List<Axis> axes) {

    /** A search that finds nothing new by itself goes through a list, which must fit into memory. */
    private static final double MOST_LISTED = 10_000;

    private static final String L2 = "penalty.l2";
    private static final String KEEP_PROBABILITY = "layers[].keep_prob";
    private static final String UNITS = "layers[].units";
    private static final Set<String> SEARCHED = Set.of(L2, KEEP_PROBABILITY);

    /** Seeds differ from training to training; all have as many iterations. */
    private static final Set<String> OWN =
            Set.of("initialization.seed", "initialization.file", "masks.seed", "iterations");

    /**
     * A hyper-parameter and what it may be.
     *
     * @param key flat key of the experiment, such as {@code penalty.l2}
     * @param dimension its values
     */
    public record Axis(String key, Dimension<?> dimension) {}

    /**
     * Copies the list.
     *
     * @param axes the hyper-parameters
     */
    public SearchSpace {
        axes = List.copyOf(axes);
    }

    /**
     * What is searched when nothing is said: penalty and dropout of the published network.
     *
     * @return λ in decades, the keep probability, one learning rate, one network
     */
    public static SearchSpace usual() {
        return new SearchSpace(List.of(
                new Axis(L2, new Dimension.Range(1e-4, 10, true)),
                new Axis(KEEP_PROBABILITY, new Dimension.Range(0.5, 1, false)),
                new Axis("optimizer.learning_rate", new Dimension.Fixed<>(0.3)),
                new Axis(UNITS, new Dimension.Fixed<>(List.of(20, 3, 1)))));
    }

    /**
     * What is searched of an experiment when nothing is said: its penalty and its dropout. Everything else is as the
     * experiment has it. Of one with an L2 coefficient that is searched and not λ, which it does without.
     *
     * @param experiment the experiment
     * @return the usual space around it
     * @throws SettingException if it takes its first weights from a file, which a study draws for each training
     */
    public static SearchSpace around(Experiment experiment) {
        if (experiment.initialization() instanceof Initialization.File) {
            throw new SettingException(
                    "initialization", "is a file; a study draws the first weights of each of its trainings itself");
        }
        SearchSpace space = usual();
        for (Map.Entry<String, Object> change : FlatExperiment.of(experiment).entrySet()) {
            String general = ExperimentKeys.general(change.getKey());
            if (!OWN.contains(general) && !SEARCHED.contains(general)) {
                space = space.with(change.getKey(), new Dimension.Fixed<>(change.getValue()));
            }
        }
        Penalty penalty = experiment.penalty();
        return penalty.l2Coefficient() > 0 && penalty.l2() == 0
                ? space.with(L2, new Dimension.Fixed<>(0.0))
                        .with("penalty.l2_coefficient", new Dimension.Range(1e-6, 0.1, true))
                : space;
    }

    /**
     * What a study gives each of its trainings itself.
     *
     * @return keys of settings that no study can try
     */
    public static Set<String> own() {
        return OWN;
    }

    /**
     * The same without a search that can find nothing: that of the usual dropout, where no network has a hidden layer.
     *
     * @return a space in which the keep probability is 1 then
     */
    public SearchSpace withoutIdle() {
        boolean hidden = dimension(UNITS).stream()
                .flatMap(units -> units.values().stream())
                .anyMatch(units -> units instanceof List<?> layers && layers.size() > 1);
        return hidden || !dimension(KEEP_PROBABILITY).equals(usual().dimension(KEEP_PROBABILITY))
                ? this
                : with(KEEP_PROBABILITY, new Dimension.Fixed<>(1.0));
    }

    /**
     * The same but for a hyper-parameter.
     *
     * @param key its key
     * @param dimension its values
     * @return a space with all other values of this one
     */
    public SearchSpace with(String key, Dimension<?> dimension) {
        List<Axis> changed = new ArrayList<>(axes);
        Axis axis = new Axis(key, dimension);
        int at = axes.stream().map(Axis::key).toList().indexOf(key);
        if (at < 0) {
            changed.add(axis);
        } else {
            changed.set(at, axis);
        }
        return new SearchSpace(changed);
    }

    /**
     * Reads what {@link #texts} wrote.
     *
     * @param texts values of each hyper-parameter under its key
     * @return the space
     * @throws IllegalArgumentException if a text cannot be read, or there is no such setting
     */
    public static SearchSpace of(Map<String, String> texts) {
        List<Axis> axes = new ArrayList<>();
        texts.forEach((key, text) -> axes.add(new Axis(key, dimension(key, text))));
        return new SearchSpace(axes);
    }

    private static Dimension<?> dimension(String key, String text) {
        return isQuantity(SettingText.key(key))
                ? Dimension.ofNumbers(text, one -> (Number) SettingText.read(key, one))
                : Dimension.ofValues(text, one -> SettingText.read(key, one));
    }

    /**
     * Whether a setting is a number of which a range can be tried: more or less of something, and one number.
     *
     * @param key the setting
     * @return false for words, seeds, and the units of all layers
     */
    public static boolean isQuantity(ExperimentKeys.Key key) {
        return key.type() == double.class || (key.type() == int.class && !key.perLayer());
    }

    /**
     * The space as texts; equal spaces have equal texts.
     *
     * @return values of each hyper-parameter under its key, in order
     */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        axes.forEach(axis -> texts.put(axis.key(), axis.dimension().text()));
        return Collections.unmodifiableMap(texts);
    }

    /**
     * The values of a hyper-parameter.
     *
     * @param key its key
     * @return what it may be; empty where the space does not speak of it
     */
    public Optional<Dimension<?>> dimension(String key) {
        return axes.stream()
                .filter(axis -> axis.key().equals(key))
                .<Dimension<?>>map(Axis::dimension)
                .findFirst();
    }

    /**
     * What is searched.
     *
     * @return the hyper-parameters of more than one value, in order
     */
    public List<Axis> searched() {
        return axes.stream().filter(axis -> axis.dimension().searched()).toList();
    }

    /**
     * The first value of each hyper-parameter, of a range its smallest.
     *
     * @return values under keys
     */
    public Map<String, Object> first() {
        Map<String, Object> first = new LinkedHashMap<>();
        axes.forEach(axis -> first.put(axis.key(), axis.dimension().ends().get(0)));
        return first;
    }

    /**
     * Each value of a hyper-parameter by itself, beside the first of all others.
     *
     * @param axis the hyper-parameter
     * @return values under keys; of a range its two ends
     */
    public List<Map<String, Object>> looks(Axis axis) {
        List<Map<String, Object>> looks = new ArrayList<>();
        for (Object value : axis.dimension().ends()) {
            Map<String, Object> look = first();
            look.put(axis.key(), value);
            looks.add(look);
        }
        return looks;
    }

    /**
     * Where a hyper-parameter means something.
     *
     * @param key its key
     * @return values of all hyper-parameters beside which it does; empty where there are none
     */
    public Optional<Map<String, Object>> place(String key) {
        return Stream.concat(Stream.of(first()), axes.stream().flatMap(axis -> looks(axis).stream()))
                .filter(look -> setting(look).values().containsKey(key))
                .findFirst();
    }

    /**
     * Whether a hyper-parameter means something anywhere in the space.
     *
     * @param key its key
     * @return false for the momentum of optimizers without one
     */
    public boolean hasPlace(String key) {
        return place(key).isPresent();
    }

    /**
     * One setting of the space.
     *
     * @param values a value of each hyper-parameter under its key
     * @return the setting without what has no place in it, such as the momentum of a candidate without one
     */
    public Setting setting(Map<String, Object> values) {
        Setting setting = new Setting(values);
        return axes.stream().map(Axis::key).anyMatch(MeantSettings::isConditional) ? setting.meant() : setting;
    }

    /**
     * All settings of a space that are few enough to be listed.
     *
     * @return every combination once, the last hyper-parameter changing fastest; empty when there is a range, but of
     *     whole numbers, or there are too many
     */
    public Optional<List<Setting>> settings() {
        boolean ranges = axes.stream().map(Axis::dimension).anyMatch(Dimension.Range.class::isInstance);
        double count =
                axes.stream().mapToDouble(axis -> axis.dimension().count()).reduce(1, (a, b) -> a * b);
        if (ranges && count > MOST_LISTED) {
            return Optional.empty();
        }
        List<Map<String, Object>> settings = List.of(Map.of());
        for (Axis axis : axes) {
            settings = settings.stream()
                    .flatMap(before -> axis.dimension().all().stream().map(value -> {
                        Map<String, Object> values = new LinkedHashMap<>(before);
                        values.put(axis.key(), value);
                        return values;
                    }))
                    .toList();
        }
        return Optional.of(settings.stream().map(this::setting).distinct().toList());
    }

    /**
     * Where the ranges can be cut into so many points each that the grid has at most a number of points.
     *
     * @param candidates the most points of the grid
     * @return points of each range, at least 2; empty when even 2 are too many
     */
    public Optional<Integer> gridPoints(int candidates) {
        long ranges = axes.stream()
                .map(Axis::dimension)
                .filter(Dimension.Range.class::isInstance)
                .count();
        double choices = axes.stream()
                .mapToDouble(axis -> Math.max(1, axis.dimension().values().size()))
                .reduce(1, (a, b) -> a * b);
        if (ranges == 0) {
            return choices <= candidates ? Optional.of(2) : Optional.empty();
        }
        int points = 1;
        while (choices * Math.pow(points + 1.0, (double) ranges) <= candidates) {
            points++;
        }
        return points < 2 ? Optional.empty() : Optional.of(points);
    }
}
