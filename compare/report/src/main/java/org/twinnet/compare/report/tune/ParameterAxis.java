package org.twinnet.compare.report.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.twinnet.compare.report.drawing.Axis;
import org.twinnet.compare.tuning.space.SettingText;

/**
 * A hyper-parameter from 0 to 1, as the search saw it: a range by its share of the way, in logarithms where it is
 * logarithmic; the k-th of n values of a choice in the middle of the k-th of n equal parts.
 *
 * @param parameter the hyper-parameter
 * @param values the values of a choice in order, as numbers; their indices where they are no numbers; empty for a range
 */
record ParameterAxis(TuneReport.Parameter parameter, List<Double> values) {

    /** A mark on the axis. */
    record Tick(double at, String text) {}

    static ParameterAxis of(TuneReport.Parameter parameter) {
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < parameter.values().size(); k++) {
            values.add(
                    parameter.numeric() ? Double.parseDouble(parameter.values().get(k)) : k);
        }
        values.sort(null);
        return new ParameterAxis(parameter, values);
    }

    double min() {
        return values.isEmpty() ? parameter.from() : values.get(0);
    }

    double max() {
        return values.isEmpty() ? parameter.to() : values.get(values.size() - 1);
    }

    /** Where a value lies; nowhere outside of what was searched. */
    OptionalDouble at(double value) {
        if (!(value >= min() && value <= max())) {
            return OptionalDouble.empty();
        }
        if (values.isEmpty()) {
            return OptionalDouble.of(
                    parameter.logarithmic()
                            ? Math.log(value / min()) / Math.log(max() / min())
                            : (value - min()) / (max() - min()));
        }
        int above = 0;
        while (values.get(above) < value) {
            above++;
        }
        double between = values.get(above) == value
                ? 0
                : (values.get(above) - value) / (values.get(above) - values.get(above - 1));
        return OptionalDouble.of((above + 0.5 - between) / values.size());
    }

    /** Whether a candidate has such a setting at all; what belongs to a kind of others has no place in it. */
    boolean isOf(TuneReport.Candidate candidate) {
        return candidate.setting().containsKey(parameter.key());
    }

    /** Where a candidate lies; candidates of one choice stand side by side within its part. */
    double at(TuneReport.Candidate candidate) {
        Object of = candidate.setting().get(parameter.key());
        double value = parameter.numeric() && of instanceof Number number
                ? number.doubleValue()
                : parameter.values().indexOf(SettingText.of(of));
        double spread = values.isEmpty() ? 0 : 0.6 * (0.618 * candidate.number() % 1 - 0.5) / values.size();
        return at(value).orElse(0) + spread;
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        if (!values.isEmpty()) {
            for (int k = 0; k < values.size(); k++) {
                String text = parameter.numeric()
                        ? TuneNumbers.number(values.get(k))
                        : parameter.values().get(k);
                ticks.add(new Tick((k + 0.5) / values.size(), text));
            }
            return ticks;
        }
        for (double value : parameter.logarithmic() ? decades() : linear()) {
            ticks.add(new Tick(at(value).orElse(0), TuneNumbers.number(value)));
        }
        return ticks;
    }

    private List<Double> linear() {
        return new Axis(min(), max(), 0, 1).ticks();
    }

    private List<Double> decades() {
        List<Double> whole = steps(List.of(1));
        return whole.size() > 2 ? whole : steps(List.of(1, 2, 5));
    }

    private List<Double> steps(List<Integer> digits) {
        List<Double> steps = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(min())); power <= Math.ceil(Math.log10(max())); power++) {
            for (int digit : digits) {
                double value = Double.parseDouble(digit + "e" + power);
                if (value >= min() && value <= max()) {
                    steps.add(value);
                }
            }
        }
        return steps;
    }
}
