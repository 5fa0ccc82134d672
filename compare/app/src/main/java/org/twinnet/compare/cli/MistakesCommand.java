package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.twinnet.compare.cli.options.LanguageOption;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.diagnosis.Catalogue;
import org.twinnet.compare.text.Columns;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.text.Wording;
import org.twinnet.compare.theory.mistake.Mistake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the catalogue of known mistakes. */
@Command(
        name = "mistakes",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Lists the mistakes that 'check' recognizes, or explains some, wrong and right side by side.", ""
        },
        footer = {"", "Examples:", "  twinnet mistakes l2-gradient-halved", "  twinnet mistakes dropout"})
final class MistakesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID|WORD",
            arity = "0..1",
            description = "The mistake to explain, or a word of the mistakes to explain. Default: list all.")
    private String wanted;

    @Mixin
    private LanguageOption language;

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        if (wanted == null) {
            list(console, language.texts());
        } else {
            String between = "";
            for (Mistake mistake : find()) {
                console.print(between);
                explain(mistake, console, language.texts());
                between = System.lineSeparator();
            }
        }
        console.flush();
        return ExitCode.AGREE.code();
    }

    /** What the same part of a network gets wrong stands together. */
    private static void list(PrintWriter console, Wording wording) {
        Map<String, List<Mistake>> byPart = new LinkedHashMap<>();
        for (Mistake mistake : Catalogue.all()) {
            String part = mistake.id().split("-", 2)[0];
            byPart.computeIfAbsent(part, none -> new ArrayList<>()).add(mistake);
        }
        String between = "";
        for (List<Mistake> ofPart : byPart.values()) {
            console.print(between);
            ofPart.forEach(mistake -> console.println(
                    Columns.left(mistake.id(), 42) + " " + mistake.done().in(wording)));
            between = System.lineSeparator();
        }
    }

    /** The mistake of that name alone, else all that have the word in their name or sentence. */
    private List<Mistake> find() {
        List<Mistake> named = Catalogue.all().stream()
                .filter(mistake -> mistake.id().equals(wanted))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        String word = wanted.toLowerCase(Locale.ROOT);
        List<Mistake> found = Catalogue.all().stream()
                .filter(mistake -> (mistake.id() + " " + mistake.sentence() + " "
                                + mistake.done().in(language.texts()))
                        .toLowerCase(Locale.ROOT)
                        .contains(word))
                .toList();
        if (word.isBlank() || found.isEmpty()) {
            throw new UserException("no mistake is called '" + wanted + "', and none has it in its sentence;"
                    + " 'twinnet mistakes' lists all.");
        }
        return found;
    }

    private static void explain(Mistake mistake, PrintWriter console, Wording wording) {
        console.println(SaidOfCheck.COLON.of(mistake.id(), mistake.done()).in(wording));
        mistake.wrongs().forEach(wrong -> console.println("  " + wording.text("mistakes.wrong", wrong)));
        console.println("  " + wording.text("mistakes.right", mistake.right()));
        console.println("  " + wording.text("mistakes.bites", mistake.shows().in(wording)));
    }
}
