package org.twinnet.compare.json;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON text that could not be read. */
public final class JsonDamage {

    private static final int LONGEST = 60;

    private JsonDamage() {}

    /**
     * Says it.
     *
     * @param failure what the reader of JSON threw
     * @return a clause such as {@code 'settings.folds' is missing, or has no value of its kind}, on one line
     */
    public static String of(JacksonException failure) {
        String where = path(failure);
        if (failure instanceof UnexpectedEndOfInputException) {
            return met(failure);
        }
        if (failure instanceof StreamReadException || failure instanceof StreamConstraintsException) {
            return "it is no JSON" + place(failure.getLocation()) + ": " + met(failure);
        }
        if (failure instanceof UnrecognizedPropertyException) {
            return "'" + where + "' is no field that belongs there";
        }
        if (failure instanceof InvalidNullException) {
            return "'" + where + "' is empty";
        }
        if (failure instanceof InvalidFormatException format) {
            return "'" + where + "' cannot be " + shortened(String.valueOf(format.getValue()));
        }
        return where.isEmpty() ? "it is something else" : "'" + where + "' is missing, or has no value of its kind";
    }

    /**
     * Says what a reader of JSON or YAML met where it could not go on.
     *
     * @param failure what it threw
     * @return a clause such as {@code Unexpected character ('/' (code 47))}, on one line
     */
    public static String met(JacksonException failure) {
        return failure instanceof UnexpectedEndOfInputException
                ? "it ends too early"
                : syntax(failure.getOriginalMessage());
    }

    private static String path(JacksonException failure) {
        List<JacksonException.Reference> path = failure.getPath();
        return path == null
                ? ""
                : shortened(path.stream()
                        .map(step -> step.getPropertyName() == null
                                ? String.valueOf(step.getIndex())
                                : step.getPropertyName())
                        .collect(Collectors.joining(".")));
    }

    /**
     * What the parser met; what it had expected, and how it could be told to expect else, is the library's own affair.
     * That of YAML says first what it was about to do, and shows the place between the lines.
     */
    private static String syntax(String message) {
        String said = message.lines()
                .filter(line -> !line.startsWith("while ") && !line.startsWith(" "))
                .findFirst()
                .orElse("it is damaged");
        return shortened(said.replace("Object property", "field")
                .replaceAll("(: |; |, from | \\(start marker | \\(Do not ).*", ""));
    }

    private static String place(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
