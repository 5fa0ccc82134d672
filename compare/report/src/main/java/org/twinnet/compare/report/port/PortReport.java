package org.twinnet.compare.report.port;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;

/**
 * What 'twinnet check --dl4j' found. Programs go by the ids of mistakes; {@code PortWriter#SCHEMA} has every field.
 *
 * @param format what file this is
 * @param version of the format
 * @param verdict whether the model is a port of the original
 * @param model the model's file
 * @param original what it is to be
 * @param parametersKnown whether its parameters were recognized as the original's
 * @param answers what DL4J answers; null where the networks differ, so that nothing was compared
 * @param predictions the original's predictions; null where a trace holds none, or the networks differ
 * @param mistakes every mistake
 */
public record PortReport(
        String format,
        int version,
        Status verdict,
        String model,
        String original,
        boolean parametersKnown,
        Answers answers,
        Predictions predictions,
        List<Mistake> mistakes) {

    /** The format of {@code report.json}. */
    public static final String FORMAT = "twinnet-port";

    /** Its version. */
    public static final int VERSION = 2;

    /**
     * DL4J's answers beside the formulas' with the same parameters.
     *
     * @param difference the largest difference, null where it is no number
     * @param floor what rounding explains of it
     */
    public record Answers(Double difference, double floor) {}

    /**
     * What the original predicts beside DL4J's answers.
     *
     * @param state what came of it, such as {@code alike}
     * @param difference the largest difference, null where it is no number, or nothing was compared
     * @param floor what rounding explains of it, null where nothing was compared
     * @param example index of the example
     */
    public record Predictions(String state, Double difference, Double floor, Integer example) {}

    /**
     * A mistake.
     *
     * @param id its name
     * @param layers layers that have it, from 0; empty where it is one of the whole network
     * @param sentence what is wrong, in English
     * @param found what the model says
     * @param right what it should say
     * @param line the line of configuration that mends it
     */
    public record Mistake(String id, List<Integer> layers, String sentence, Phrase found, Phrase right, Phrase line) {

        /**
         * Copies the layers.
         *
         * @param id its name
         * @param layers layers that have it
         * @param sentence what is wrong
         * @param found what the model says
         * @param right what it should say
         * @param line the line that mends it
         */
        public Mistake {
            layers = List.copyOf(layers);
        }

        /**
         * What is wrong.
         *
         * @return in any language
         */
        Phrase told() {
            return PortWriter.mistake(id);
        }

        /**
         * The layers as a phrase.
         *
         * @return nothing where it is one of the whole network
         */
        Phrase where() {
            String numbers = layers.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return layers.isEmpty()
                    ? Phrase.NOTHING
                    : layers.size() == 1 ? Phrase.of("port.layer", numbers) : Phrase.of("port.layers", numbers);
        }

        /**
         * What is there and what is right.
         *
         * @return in any language
         */
        Phrase numbers() {
            return Phrase.of("port.found", found, right);
        }
    }

    /**
     * Copies the mistakes.
     *
     * @param format what file this is
     * @param version of the format
     * @param verdict whether the model is a port
     * @param model the model's file
     * @param original what it is to be
     * @param parametersKnown whether its parameters were recognized
     * @param answers what DL4J answers
     * @param predictions the original's predictions
     * @param mistakes every mistake
     */
    public PortReport {
        mistakes = List.copyOf(mistakes);
    }

    /**
     * The verdict in a sentence.
     *
     * @return in any language
     */
    public Phrase sentence() {
        if (verdict == Status.AGREE) {
            return Phrase.of("port.sentence.right", model, original);
        }
        return switch (mistakes.size()) {
            case 0 -> Phrase.of("port.sentence.otherwise", model, original);
            case 1 -> Phrase.of("port.sentence.one", model, original);
            default -> Phrase.of("port.sentence.many", model, original, mistakes.size());
        };
    }

    /**
     * What is known of parameters and answers.
     *
     * @return a sentence each
     */
    public List<Phrase> compared() {
        List<Phrase> compared = new ArrayList<>();
        compared.add(parametersKnown ? Phrase.of("port.parameters.known") : Phrase.of("port.parameters.unknown"));
        compared.add(
                answers == null
                        ? Phrase.of("port.answers.none")
                        : Phrase.of(
                                "port.answers",
                                PortWriter.number(answers.difference()),
                                PortWriter.number(answers.floor())));
        if (predictions != null) {
            compared.add(Phrase.of(
                    "port.predictions." + predictions.state(),
                    PortWriter.number(predictions.difference()),
                    PortWriter.number(predictions.floor()),
                    String.valueOf(predictions.example())));
        }
        return compared;
    }
}
