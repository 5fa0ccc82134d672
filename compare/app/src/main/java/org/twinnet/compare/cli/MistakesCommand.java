package org.twinnet.compare.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.twinnet.compare.cli.text.ExitCode;
import org.twinnet.compare.cli.text.UserException;
import org.twinnet.compare.diagnosis.Catalogue;
import org.twinnet.compare.theory.mistake.Mistake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the catalogue of known mistakes. */
@Command(
        name = "mistakes",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Lists the mistakes that 'check' recognizes, or explains one.", ""},
        footer = {"", "Example: twinnet mistakes l2-gradient-halved"})
final class MistakesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The mistake to explain. Default: list all.")
    private String id;

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        if (id == null) {
            for (Mistake mistake : Catalogue.all()) {
                console.printf(Locale.ROOT, "%-42s %s%n", mistake.id(), mistake.sentence());
            }
        } else {
            explain(find(), console);
        }
        console.flush();
        return ExitCode.AGREE.code();
    }

    private Mistake find() {
        List<Mistake> found = Catalogue.all().stream()
                .filter(mistake -> mistake.id().equals(id))
                .toList();
        if (found.isEmpty()) {
            throw new UserException("no mistake is called '" + id + "'; 'twinnet mistakes' lists all.");
        }
        return found.get(0);
    }

    private static void explain(Mistake mistake, PrintWriter console) {
        console.println(mistake.id() + ": " + mistake.sentence());
        mistake.wrongs().forEach(wrong -> console.println("  wrong  " + wrong));
        console.println("  right  " + mistake.right());
        console.println("  bites  " + mistake.bites());
    }
}
