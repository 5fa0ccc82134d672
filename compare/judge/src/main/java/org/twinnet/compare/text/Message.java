package org.twinnet.compare.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A line for people that names settings, which each program calls in its own way: a command line by its options.
 *
 * @param parts what stands in the line, from left to right
 */
public record Message(List<Part> parts) implements Serializable {

    /**
     * A part of a line.
     *
     * @param text what it says
     * @param setting whether that is the name of a setting
     */
    public record Part(String text, boolean setting) implements Serializable {}

    /**
     * Copies the list.
     *
     * @param parts what stands in the line
     */
    public Message {
        parts = List.copyOf(parts);
    }

    /**
     * A line that begins with plain text.
     *
     * @param text what it says
     * @return the line
     */
    public static Message of(String text) {
        return new Message(List.of(new Part(text, false)));
    }

    /**
     * A line that begins with a setting.
     *
     * @param key the setting, such as {@code folds}
     * @return the line
     */
    public static Message setting(String key) {
        return new Message(List.of(new Part(key, true)));
    }

    /**
     * The line with text behind it.
     *
     * @param text what it says
     * @return a longer line
     */
    public Message then(String text) {
        return then(of(text));
    }

    /**
     * The line with a setting behind it.
     *
     * @param key the setting
     * @return a longer line
     */
    public Message thenSetting(String key) {
        return then(setting(key));
    }

    /**
     * The line with another behind it.
     *
     * @param other the other
     * @return a longer line
     */
    public Message then(Message other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts());
        return new Message(all);
    }

    /**
     * Writes the line.
     *
     * @param names what people call a setting
     * @return one line
     */
    public String text(UnaryOperator<String> names) {
        return parts.stream()
                .map(part -> part.setting() ? names.apply(part.text()) : part.text())
                .collect(Collectors.joining());
    }

    /**
     * Writes the line with the settings' own names.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return text(UnaryOperator.identity());
    }
}
