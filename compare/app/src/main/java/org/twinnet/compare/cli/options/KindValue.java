package org.twinnet.compare.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import picocli.CommandLine.TypeConversionException;

/**
 * A kind together with settings of its own, written as {@code adam:learning-rate=0.01,beta1=0.8}.
 *
 * @param settings values under flat keys, the kind first
 */
record KindValue(Map<String, Object> settings) {

    /** Whether a value of a setting is written like this. */
    static boolean isMeant(ExperimentKeys.Key key, String value) {
        return value.contains(":") && !settingsOf(key).isEmpty();
    }

    /** What is written behind the colon has the names of the keys, with hyphens or underscores. */
    static KindValue parse(ExperimentKeys.Key key, String value) {
        int colon = value.indexOf(':');
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(key.key(), new SettingOption(key).value().convert(value.substring(0, colon)));
        Map<String, ExperimentKeys.Key> known = settingsOf(key);
        for (String part : value.substring(colon + 1).split(" *, *", -1)) {
            int equals = part.indexOf('=');
            String name = part.substring(0, Math.max(0, equals)).strip().replace('-', '_');
            ExperimentKeys.Key setting = known.get(name);
            if (setting == null) {
                throw new TypeConversionException("'" + value + "' is not allowed: '" + part
                        + "' is no setting with its value; allowed: KIND:NAME=VALUE,..., with the names "
                        + known.keySet().stream()
                                .map(it -> it.replace('_', '-'))
                                .collect(Collectors.joining(", ")));
            }
            Object converted;
            try {
                converted = new SettingOption(setting)
                        .value()
                        .convert(part.substring(equals + 1).strip());
            } catch (TypeConversionException e) {
                throw new TypeConversionException(part + ": " + e.getMessage());
            }
            if (settings.put(setting.key(), converted) != null) {
                throw new TypeConversionException("'" + value + "' is not allowed: " + name + " stands twice");
            }
        }
        return new KindValue(settings);
    }

    private static Map<String, ExperimentKeys.Key> settingsOf(ExperimentKeys.Key key) {
        String prefix = key.key().replaceFirst("\\.kind$", "") + ".";
        return ExperimentKeys.all().stream()
                .filter(it -> it.key().startsWith(prefix) && !it.equals(key))
                .collect(Collectors.toMap(
                        it -> it.key().substring(prefix.length()), it -> it, (one, other) -> one, LinkedHashMap::new));
    }
}
