package org.twinnet.data.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.data.DecimalNumber;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Remedy;
import org.twinnet.data.Targets;
import org.twinnet.data.table.NumberNotation;

/**
 * The labels of a file as they come: 0 and 1, the numbers of classes, other numbers, or words. Labels that are not the
 * numbers 0, 1, … already get them in the order in which they appear.
 */
final class LabelColumn {

    /** What an error lists of the labels. */
    private static final int LISTED = 5;

    /** More different labels are no classes, but another column. */
    private static final int MOST_CLASSES = 100;

    private final String source;
    private final Targets targets;
    private final List<String> labels = new ArrayList<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    LabelColumn(String source, Targets targets) {
        this.source = source;
        this.targets = targets;
    }

    /** Takes the label of the next example. */
    void add(String place, String field) {
        if (DecimalNumber.parse(field).isEmpty() && NumberNotation.isNumber(field)) {
            throw new InvalidDataException(place + ": " + InvalidDataException.quote(field)
                    + " is not a number in plain decimal; write labels such as 0 and 1, or as words");
        }
        // 1 and 1.0 are one label
        String label = DecimalNumber.parse(field)
                .map(number -> number.value() + 0.0)
                .filter(Double::isFinite)
                .map(value -> value == Math.rint(value) && Math.abs(value) < 1e15
                        ? String.valueOf(value.longValue())
                        : String.valueOf(value))
                .orElse(field);
        labels.add(label);
        places.putIfAbsent(label, place);
    }

    /**
     * The names of the labels 0, 1, …
     *
     * @param known what training examples were read by; empty where these are the training examples
     * @param positive the label that stands for 1
     * @return empty where the labels are these numbers
     * @throws InvalidDataException if there are labels that the training examples lack, more than outputs can tell
     *     apart, or words beside numbers
     */
    List<String> names(Optional<Learned> known, Optional<String> positive) {
        boolean plain = places.keySet().stream().allMatch(this::isPlain);
        if (known.isPresent()) {
            return known(known.get().labelNames());
        }
        if (plain && positive.isEmpty()) {
            return List.of();
        }
        requireOneKind();
        List<String> names = new ArrayList<>(places.keySet());
        if (names.size() > targets.classes()) {
            throw refused(names);
        }
        boolean whole =
                names.stream().allMatch(label -> DecimalNumber.parseWhole(label).isPresent());
        if (isNumber(names.get(0)) && !plain && (!whole || names.size() < targets.classes())) {
            throw refused(names);
        }
        positive.ifPresent(name -> makePositive(names, name));
        return names;
    }

    private void makePositive(List<String> names, String positive) {
        if (targets.classes() != 2 || !names.contains(positive)) {
            throw new InvalidDataException(source + ": "
                    + (targets.classes() == 2
                            ? "no label is " + InvalidDataException.quote(positive) + "; the labels are "
                                    + listed(names)
                            : "a positive label can be named for two classes only"));
        }
        names.remove(positive);
        names.add(positive);
        if (names.size() == 1) {
            throw new InvalidDataException(source + ": every label is " + InvalidDataException.quote(positive)
                    + "; training needs examples of both classes");
        }
    }

    private List<String> known(List<String> names) {
        for (Map.Entry<String, String> label : places.entrySet()) {
            boolean fits = names.isEmpty() ? isPlain(label.getKey()) : names.contains(label.getKey());
            if (!fits) {
                throw new InvalidDataException(label.getValue() + ": the label "
                        + InvalidDataException.quote(label.getKey()) + " is none of the training examples'; they have "
                        + (names.isEmpty() ? "numbers from 0 to " + (targets.classes() - 1) : listed(names)));
            }
        }
        return names;
    }

    /** A single word among numbers is a heading or a slip; one number among words is as well. */
    private void requireOneKind() {
        Optional<String> word =
                places.keySet().stream().filter(label -> !isNumber(label)).findFirst();
        Optional<String> number =
                places.keySet().stream().filter(LabelColumn::isNumber).findFirst();
        if (word.isPresent() && number.isPresent()) {
            throw new InvalidDataException(
                    places.get(word.get()) + ": " + InvalidDataException.quote(word.get())
                            + " is not a number, which other labels are, such as " + number.get()
                            + "; write all labels as numbers or all as words",
                    Remedy.LABEL_COLUMN);
        }
    }

    private InvalidDataException refused(List<String> names) {
        int classes = targets.classes();
        boolean numbers = isNumber(names.get(0));
        String first = numbers
                ? names.stream().filter(label -> !isPlain(label)).findFirst().orElseThrow()
                : names.get(classes);
        String why = numbers
                ? targets.refusal(Double.parseDouble(first), 1).orElseThrow()
                : "is one label more than " + listed(names.subList(0, classes));
        String count = names.size() > classes
                ? "; the file has " + names.size() + " different labels, and the network tells " + classes + " apart"
                : "";
        return new InvalidDataException(
                places.get(first) + ": " + InvalidDataException.quote(first) + " " + why + count,
                names.size() > classes && names.size() <= MOST_CLASSES ? Remedy.OUTPUTS : Remedy.LABEL_COLUMN);
    }

    private static boolean isNumber(String label) {
        return DecimalNumber.parse(label).isPresent();
    }

    private static String listed(List<String> names) {
        String text = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return InvalidDataException.quote(text) + (names.size() > LISTED ? " and others" : "");
    }

    private boolean isPlain(String label) {
        return DecimalNumber.parse(label)
                .filter(number -> targets.refusal(number.value(), 1).isEmpty())
                .isPresent();
    }

    /** What a note says of the names of the labels 0, 1, …, and whether somebody chose them. */
    static String told(List<String> names, boolean chosen) {
        List<String> pairs = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            pairs.add(InvalidDataException.quote(names.get(k)) + " is " + k);
        }
        return "labels: " + String.join(", ", pairs) + (chosen ? "" : ", in the order in which they appear");
    }

    /** The numbers of the labels under their names. */
    double[] numbers(List<String> names) {
        return labels.stream()
                .mapToDouble(label -> names.isEmpty() ? Double.parseDouble(label) : names.indexOf(label))
                .toArray();
    }
}
