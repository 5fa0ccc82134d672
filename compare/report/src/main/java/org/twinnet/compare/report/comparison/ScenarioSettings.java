package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.setting.Setting;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/**
 * What a scenario trained, as a flat list of settings: the one view through which writers read an experiment, so that
 * none of them knows a setting.
 *
 * @param experiment the settings as an experiment file holds them
 * @param all the same as a flat list, in that order
 */
record ScenarioSettings(Map<String, Object> experiment, List<Setting> all) {

    /** What a choice without settings of its own is called by in the list of keys. */
    private static final String KIND = ".kind";

    private static final Set<String> KNOWN = Texts.of(Language.EN).keys();

    static ScenarioSettings of(Report.Scenario scenario) {
        return new ScenarioSettings(scenario.experiment(), ExperimentTree.settings(scenario.experiment()));
    }

    int iterations() {
        return all.stream()
                .filter(setting -> setting.key().equals("iterations"))
                .map(setting -> ((Number) setting.value()).intValue())
                .findFirst()
                .orElse(0);
    }

    /** Everything that could be otherwise; what hardly anybody changes only where it is. */
    Phrase sentence() {
        return SettingWords.all(all.stream()
                .flatMap(setting -> ExperimentKeys.find(setting.key())
                        .filter(key -> key.words().size() != 1)
                        .filter(key -> !SettingWords.isRare(key.key()) || !isUsual(key, setting.value()))
                        .or(() -> ExperimentKeys.find(setting.key() + KIND).filter(key -> !followsFromOthers(setting)))
                        .map(key -> SettingWords.value(key.key(), shown(key, setting.value())))
                        .stream())
                .toList());
    }

    /** Whether it is what a setting is where nobody said anything; of kinds without a default that is the first. */
    private static boolean isUsual(ExperimentKeys.Key key, Object value) {
        Optional<String> usual = key.byDefault().or(() -> key.words().stream().findFirst());
        Stream<?> values = value instanceof List<?> layers ? layers.stream() : Stream.of(value);
        return values.allMatch(one -> usual.equals(Optional.of(String.valueOf(one))));
    }

    /** Whether a choice is the same where it is left out, such as the loss that goes with an output. */
    private boolean followsFromOthers(Setting setting) {
        Map<String, Object> others = new LinkedHashMap<>(experiment);
        others.remove(setting.key());
        try {
            Map<String, Object> read = ExperimentTree.of(ExperimentTree.read(others, 1));
            return setting.value().equals(read.get(setting.key()));
        } catch (SettingException e) {
            return false;
        }
    }

    private static Object shown(ExperimentKeys.Key key, Object value) {
        if (value instanceof List<?> layers) {
            return String.join(",", layers.stream().map(String::valueOf).toList());
        }
        return key.type() == int.class ? Numbers.count(((Number) value).intValue()) : value;
    }

    /**
     * What the texts call a way to regularize, where it is on: at another value than its default. Those of the whole
     * network come first; those of layers once for each value.
     */
    List<Setting> regularizers() {
        List<Setting> regularizers = new ArrayList<>();
        List<Setting> wholeFirst = all.stream()
                .sorted(Comparator.comparing(setting -> setting.value() instanceof List))
                .toList();
        for (Setting setting : wholeFirst) {
            String off = ExperimentKeys.find(setting.key())
                    .flatMap(ExperimentKeys.Key::byDefault)
                    .orElse(null);
            if (off != null && KNOWN.contains("scenario." + setting.key())) {
                Stream<?> values =
                        setting.value() instanceof List<?> layers ? layers.stream() : Stream.of(setting.value());
                values.filter(value -> !off.equals(Objects.toString(value)))
                        .distinct()
                        .map(value -> new Setting(setting.key(), value))
                        .forEach(regularizers::add);
            }
        }
        return regularizers;
    }

    /** What regularizes the scenario. */
    Phrase regularizer() {
        return regularizers().stream()
                .map(setting -> Phrase.of("scenario." + setting.key(), setting.value()))
                .reduce((before, next) -> Phrase.of("scenario.both", before, next))
                .orElse(Phrase.of("scenario.none"));
    }
}
