package org.twinnet.compare.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.data.DecimalNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the value of one setting as an experiment file would hold it: a number in plain decimal, a word, or several of
 * them with commas for a setting that each layer has; for a kind also {@link KindValue}. Whether a number is in its
 * range is the experiment's to say.
 *
 * @param key the setting
 * @param allowed what it may be
 */
record ExperimentValue(ExperimentKeys.Key key, String allowed) implements ITypeConverter<Object> {

    @Override
    public Object convert(String value) {
        if (KindValue.isMeant(key, value)) {
            return KindValue.parse(key, value);
        }
        boolean list = key.perLayer() && !key.ofChoice() && (value.contains(",") || key.type() == int.class);
        if (!list) {
            return one(value, value);
        }
        List<Object> values = new ArrayList<>();
        for (String part : value.split(" *, *", -1)) {
            values.add(one(value, part));
        }
        if (key.type() == int.class) {
            requireLayers(value, values);
        }
        return List.copyOf(values);
    }

    /** Units say of how many layers they are; of anything else the network's own layers decide how many there are. */
    private void requireLayers(String value, List<Object> units) {
        try {
            ExperimentTree.with(Experiment.published(1), Map.of(key.key(), units));
        } catch (SettingException e) {
            throw refused(value, "");
        }
    }

    private Object one(String value, String part) {
        if (key.type() == String.class && key.words().isEmpty()) {
            return part;
        }
        if (key.type() == String.class) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            if (!key.words().isEmpty() && !key.words().contains(word)) {
                throw refused(value, "");
            }
            return word;
        }
        if (key.type() == boolean.class) {
            if (!List.of("true", "false").contains(part)) {
                throw refused(value, "");
            }
            return Boolean.valueOf(part);
        }
        if (key.type() != double.class) {
            OptionalLong whole = DecimalNumber.parseWhole(part);
            if (whole.isEmpty()) {
                throw refused(value, "");
            }
            return inRange(value, whole.getAsLong());
        }
        DecimalNumber number = DecimalNumber.parse(part).orElseThrow(() -> refused(value, ""));
        if (number.isTooSmall()) {
            throw refused(value, "; the smallest above 0 is " + Double.MIN_VALUE);
        }
        if (number.isTooLarge()) {
            throw refused(value, "");
        }
        return inRange(value, number.value());
    }

    private Number inRange(String value, Number number) {
        if (!key.range().contains(number.doubleValue())) {
            throw refused(value, "");
        }
        return number;
    }

    private TypeConversionException refused(String value, String more) {
        return new TypeConversionException("'" + value + "' is not allowed; allowed: " + allowed + more);
    }
}
