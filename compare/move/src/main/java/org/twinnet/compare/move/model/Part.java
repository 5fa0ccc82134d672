package org.twinnet.compare.move.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An object of a configuration: a layer, an activation, an updater, or anything else that has settings.
 *
 * @param type the simple name of its class; empty where it names none
 * @param numbers settings that are numbers
 * @param words settings that are words, {@code true} and {@code false} among them
 * @param parts settings that are objects
 * @param sequences settings that are lists of objects
 * @param lists settings that are lists of numbers
 */
public record Part(
        String type,
        Map<String, Double> numbers,
        Map<String, String> words,
        Map<String, Part> parts,
        Map<String, List<Part>> sequences,
        Map<String, List<Double>> lists) {

    /**
     * Copies the settings.
     *
     * @param type the simple name of its class
     * @param numbers settings that are numbers
     * @param words settings that are words
     * @param parts settings that are objects
     * @param sequences settings that are lists of objects
     * @param lists settings that are lists of numbers
     */
    public Part {
        numbers = Map.copyOf(numbers);
        words = Map.copyOf(words);
        parts = Map.copyOf(parts);
        sequences = Map.copyOf(sequences);
        lists = Map.copyOf(lists);
    }

    /**
     * Whether it is of a class.
     *
     * @param names simple names of classes
     * @return true for one of them
     */
    public boolean is(String... names) {
        return List.of(names).contains(type);
    }

    /**
     * A setting that is a number.
     *
     * @param name its name
     * @return the number; empty where there is none
     */
    public OptionalDouble number(String name) {
        Double number = numbers.get(name);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /**
     * A setting that is a number, or what DL4J takes without it.
     *
     * @param name its name
     * @param otherwise the default
     * @return the number
     */
    public double number(String name, double otherwise) {
        return numbers.getOrDefault(name, otherwise);
    }

    /**
     * Whether a setting is true.
     *
     * @param name its name
     * @param otherwise the default
     * @return the setting, or the default where it is missing
     */
    public boolean flag(String name, boolean otherwise) {
        return words.containsKey(name) ? words.get(name).equals("true") : otherwise;
    }

    /**
     * A setting that is a word.
     *
     * @param name its name
     * @return the word; empty where it is missing
     */
    public String word(String name) {
        return words.getOrDefault(name, "");
    }

    /**
     * A setting that is an object.
     *
     * @param name its name
     * @return the object; empty where there is none
     */
    public Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /**
     * A setting that is a list of objects.
     *
     * @param name its name
     * @return the objects; none where the setting is missing
     */
    public List<Part> sequence(String name) {
        return sequences.getOrDefault(name, List.of());
    }
}
