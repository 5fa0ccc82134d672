package org.twinnet.scratch.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of the mutants that may survive, each with the reason.
 *
 * <p>A line is {@code Class.method | change | code | reason}; lines that are empty or begin with {@code #} are skipped.
 *
 * @param mutants one mutant a line; a line explains one survivor, so two alike need two lines
 */
record Explanations(List<Mutant> mutants) {

    /**
     * Reads the list.
     *
     * @param list the file
     * @throws IllegalArgumentException if a line does not have four parts, or gives no reason
     */
    static Explanations read(Path list) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" \\| ", -1);
            if (parts.length != 4 || parts[3].isBlank()) {
                throw new IllegalArgumentException(
                        "A line is 'Class.method | change | code | reason', not '" + line + "'.");
            }
            mutants.add(new Mutant(parts[0].strip(), parts[1].strip(), parts[2].strip()));
        }
        return new Explanations(mutants);
    }

    /**
     * What is wrong between a report and the list.
     *
     * @return a sentence for each survivor that is not on the list, and for each line that explains no survivor
     */
    List<String> complaints(MutationReport report) {
        List<String> complaints = new ArrayList<>();
        List<Mutant> unused = new ArrayList<>(mutants);
        for (Mutant survivor : report.survivors()) {
            if (!unused.remove(survivor)) {
                complaints.add("No test notices this change, and survivors.txt does not explain it: " + survivor);
            }
        }
        unused.removeAll(report.timedOut());
        for (Mutant mutant : unused) {
            complaints.add("Nothing that survived is explained by this line of survivors.txt, delete it: " + mutant);
        }
        return complaints;
    }
}
