package org.twinnet.compare.cli.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.tuning.space.Dimension;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads what {@code --vary KEY=VALUES} says: the general door to the dimensions of a search, for which most settings
 * have an option of their own as well.
 */
final class Varied {

    /** Its name. */
    static final String OPTION = "--vary";

    private Varied() {}

    /**
     * Reads all of them.
     *
     * @param said what was given, one entry an option
     * @param own settings that a study gives each training itself
     * @return what is tried of each setting, under its key
     * @throws TypeConversionException if one cannot be read; the message begins with the option
     */
    static Map<String, Dimension<?>> read(List<String> said, Set<String> own) {
        Map<String, Dimension<?>> tried = new LinkedHashMap<>();
        for (String one : said) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new TypeConversionException(OPTION + ": '" + one
                        + "' is not allowed; allowed: KEY=VALUES, such as optimizer.learning_rate=1e-4..1:log");
            }
            String key = one.substring(0, equals).strip();
            if (tried.put(key, dimension(key, one.substring(equals + 1).strip(), own)) != null) {
                throw new TypeConversionException(OPTION + " " + key + " is given twice; leave one of both out");
            }
        }
        return tried;
    }

    private static Dimension<?> dimension(String key, String values, Set<String> own) {
        try {
            ExperimentKeys.Key known = ExperimentKeys.require(key);
            if (own.contains(key)) {
                throw new TypeConversionException(
                        "a study gives each of its trainings this setting itself; allowed: any other");
            }
            TriedValues.Tried tried = (TriedValues.Tried) new TriedValues(new SettingOption(known)).convert(values);
            return tried.dimension();
        } catch (SettingException e) {
            throw new TypeConversionException(OPTION + ": " + e.getMessage());
        } catch (TypeConversionException e) {
            throw new TypeConversionException(OPTION + " " + key + ": " + e.getMessage());
        }
    }
}
