package org.twinnet.scratch.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationsTest {

    private static final String SIGN = "Sum.of | Replaced double addition with subtraction | return a + b;";
    private static final String ORDER = "Sum.of | negated conditional | if (a < b || a == b) {";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheMutatedSource() throws IOException {
        Path source = folder.resolve("org/sample/Sum.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class Sum {\n    if (a < b || a == b) {\n    return a + b;\n");
    }

    @Test
    void should_accept_a_survivor_whose_place_change_and_code_are_listed_with_a_reason() throws Exception {
        assertEquals(
                List.of(),
                complaints(
                        "# a comment\n\n" + SIGN + " | b is 0\n" + ORDER + " | both branches are alike\n",
                        mutation("SURVIVED", "Replaced double addition with subtraction", 3),
                        mutation("NO_COVERAGE", "negated conditional", 2),
                        mutation("KILLED", "changed conditional boundary", 2)));
    }

    @Test
    void should_name_a_survivor_that_is_not_listed() throws Exception {
        assertEquals(
                List.of("No test notices this change, and survivors.txt does not explain it: " + SIGN),
                complaints(
                        ORDER + " | both branches are alike",
                        mutation("SURVIVED", "negated conditional", 2),
                        mutation("SURVIVED", "Replaced double addition with subtraction", 3)));
    }

    @Test
    void should_want_a_line_for_each_of_two_survivors_that_look_the_same() throws Exception {
        assertEquals(
                List.of("No test notices this change, and survivors.txt does not explain it: " + ORDER),
                complaints(
                        ORDER + " | both branches are alike",
                        mutation("SURVIVED", "negated conditional", 2),
                        mutation("SURVIVED", "negated conditional", 2)));
    }

    @Test
    void should_name_a_line_whose_mutant_is_killed_or_gone() throws Exception {
        List<String> outOfDate =
                List.of("Nothing that survived is explained by this line of survivors.txt, delete it: " + ORDER);

        assertEquals(outOfDate, complaints(ORDER + " | why", mutation("KILLED", "negated conditional", 2)));
        assertEquals(outOfDate, complaints(ORDER + " | why"));
    }

    @Test
    void should_leave_open_whether_a_mutant_that_ran_out_of_time_is_listed() throws Exception {
        String slow = mutation("TIMED_OUT", "negated conditional", 2);

        assertEquals(List.of(), complaints(ORDER + " | only slower", slow));
        assertEquals(List.of(), complaints("", slow));
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDER, ORDER + " | ", ORDER + " | why | more"})
    void should_refuse_a_line_without_exactly_one_reason(String line) {
        assertEquals(
                "A line is 'Class.method | change | code | reason', not '" + line + "'.",
                assertThrows(IllegalArgumentException.class, () -> complaints(line))
                        .getMessage());
    }

    private List<String> complaints(String list, String... mutations) throws Exception {
        Path report = Files.writeString(
                folder.resolve("mutations.xml"), "<mutations>" + String.join("", mutations) + "</mutations>");
        return Explanations.read(Files.writeString(folder.resolve("survivors.txt"), list))
                .complaints(MutationReport.read(report, folder));
    }

    /** A mutant as PIT 1.30 writes it, without the elements that nobody reads here. */
    private static String mutation(String status, String description, int line) {
        boolean detected = status.equals("KILLED") || status.equals("TIMED_OUT");
        return String.format(Locale.ROOT, """
                <mutation detected='%s' status='%s'><sourceFile>Sum.java</sourceFile>\
                <mutatedClass>org.sample.Sum</mutatedClass><mutatedMethod>of</mutatedMethod>\
                <lineNumber>%d</lineNumber><description>%s</description></mutation>""", detected, status, line, description);
    }
}
