package org.twinnet.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownWriterTest {

    @Test
    void should_render_a_small_report() {
        assertEquals("""
                # Hand-written network and DL4J: disagree

                The networks part in scenario none: rung 'gradients', dW of layer 1 at layer 1 W[0,1], first at iteration 1: relative difference 1.0e-03 against a noise floor of 1.0e-15.

                | scenario | cost by hand | cost by DL4J | largest relative cost difference | comparable | train accuracy | test accuracy | boundary disagreement | verdict |
                |---|---|---|---|---|---|---|---|---|
                | l2 | 0.250000000000 | 0.250000000000 | 1.5e-16 | whole run | 201/211 | 180/200 | 0.02500 % | agree |
                | none | 0.250000000000 | not finite | not finite | to 1,000 | 201/105 of 211 | 180/200 | 0.02500 % | disagree |

                Scenario none is chaotic: beyond iteration 1,000 a change in the last bit of the weights decides where a run ends, so costs, accuracies and boundary of two correct runs differ there; lock-step compared all 2,000 iterations.

                Accuracies are correct labels of all, by hand / by DL4J. A cost is the one before the last update.

                ## l2: agree

                Layers [2, 3, 1], learning rate 0.3, 2,000 iterations, λ = 0.7, keep probability 1.0, masks published, weight seed 3, mask seed 1.

                | rung | status | compared | difference | noise floor | multiple | where |
                |---|---|---|---|---|---|---|
                | cost | agree | 2,000 | 1.5e-16 | 3.0e-14 | 5.0e-03 | cross-entropy, iteration 0 |

                - boundary of the free runs: 40 of 160,000 points of the plane have different labels; largest probability difference 1.0e-15; contours 2.5e-16 apart (Hausdorff).
                - what DL4J's stock loss (probabilities clipped at 1e-5) would change at the last parameters: cross-entropy by 0, gradient by 1.5e-07 (relative).

                ## none: disagree

                Layers [2, 3, 1], learning rate 0.3, 2,000 iterations, λ = 0.0, keep probability 1.0, masks published, weight seed 3, mask seed 1.

                **First divergence:** rung 'gradients', dW of layer 1 at layer 1 W[0,1], first at iteration 1: relative difference 1.0e-03 against a noise floor of 1.0e-15.

                | rung | status | compared | difference | noise floor | multiple | where |
                |---|---|---|---|---|---|---|
                | cost | agree | 2,000 | 1.5e-16 | 3.0e-14 | 5.0e-03 | cross-entropy, iteration 0 |
                | gradients | disagree | 3 | 1.0e-03 | 1.0e-15 | 1.0e+12 | layer 1 W[0,1], iteration 1 |

                - gradients: a note to know.
                - boundary of the free runs: 40 of 160,000 points of the plane have different labels; largest probability difference 1.0e-15; the contours cannot be compared, because a network has none.
                - what DL4J's stock loss (probabilities clipped at 1e-5) would change at the last parameters: cross-entropy by not finite, gradient by not finite (relative).

                ## How to run this again

                ```
                twinnet compare --iterations 2 --out report
                ```

                Data: points.csv, 211 training examples (SHA-256 of the numbers `ab12`), 200 test examples (`cd34`).
                Twinnet 0.1.0, Deeplearning4j 1.0.0-M2.1, 1.0.0-M2.1 CPU, BLAS OpenBLAS (2,852 products checked), JVM 17, Linux amd64, 2 threads, 1.3 s, 2000-01-02T03:04:05+01:00.
                """, MarkdownWriter.write(Reports.of("disagree", Reports.agreeing(), Reports.parted())));
    }

    @Test
    void should_read_the_same_in_every_language() {
        Locale before = Locale.getDefault();
        Report report = Reports.of("disagree", Reports.agreeing(), Reports.parted());
        String expected = MarkdownWriter.write(report);
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(expected, MarkdownWriter.write(report));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void should_say_when_something_could_not_be_compared() {
        String text = MarkdownWriter.write(Reports.of("inconclusive", Reports.inconclusive()));
        assertTrue(text.contains("Inconclusive: only 0 of 1 scenarios could be compared on every rung"), text);
        assertTrue(text.contains("| boundary | inconclusive | 0 | 0 | 0 | 0 |  |\n"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "<script>alert(1)</script> → \\<script\\>alert\\(1\\)\\</script\\>",
                "[x](javascript:y) → \\[x\\]\\(javascript:y\\)",
                "![x](y) → \\!\\[x\\]\\(y\\)",
                "**b**_i_~~s~~ → \\*\\*b\\*\\*\\_i\\_\\~\\~s\\~\\~",
                "a|b#c`d\\e → a\\|b\\#c\\`d\\\\e",
                "&lt; → \\&lt;"
            })
    void should_show_a_hostile_data_name_as_it_is(String name, String escaped) {
        assertTrue(written(name, Reports.PROVENANCE).contains("Data: " + escaped + ", 211 training examples"));
    }

    @Test
    void should_keep_a_data_name_with_line_breaks_on_its_line() {
        String text = written("a\n# heading\r\tb\u001b[31m.csv", Reports.PROVENANCE);
        assertTrue(text.contains("Data: a?\\# heading??b?\\[31m.csv, 211 training examples"), text);
    }

    @Test
    void should_fence_a_command_so_that_the_command_cannot_close_it() {
        String command = "twinnet compare --data 'x\n```\n# heading ```` .csv'";
        List<String> lines = written("x", Reports.provenance(command)).lines().toList();
        int open = lines.indexOf("`````");
        int close = lines.lastIndexOf("`````");
        assertEquals(command, String.join("\n", lines.subList(open + 1, close)));
        assertFalse(lines.subList(0, open).contains("```"));
    }

    private static String written(String dataName, Report.Provenance provenance) {
        return MarkdownWriter.write(Reports.of("agree", dataName, provenance, Reports.agreeing()));
    }
}
