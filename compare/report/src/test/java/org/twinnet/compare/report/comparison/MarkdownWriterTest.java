package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;

class MarkdownWriterTest {

    @Test
    void should_render_a_small_report() {
        assertEquals("""
                # Hand-written network and DL4J: disagree

                The networks part in scenario none: rung \"gradients\", dW of layer 1, layer 1 W\\[0,1\\], first at iteration 1; relative difference 1.0e-03 against a noise floor of 1.0e-15.

                | Scenario | Cost by hand | Cost by DL4J | Cost difference | Floor multiple | Train | Test | Boundary | Verdict |
                |---|---|---|---|---|---|---|---|---|
                | l2 | 0.25000000 | 0.25000000 | 1.5e-16 | 0.0050 | 201/211 | 180/200 | 0.0250 % | agree |
                | none | 0.25000000 | not finite | not finite | 1.0e+12 | 201/105 / 211 | 180/200 | 0.0250 % | disagree |

                Scenario none is chaotic: beyond iteration 1,000 a change in the last bit of the weights decides where a run ends, so costs, accuracies and boundaries of two correct runs differ there. Lock-step compared all 2,000 iterations.

                Cost difference is the largest relative one, as far as the runs are comparable. Accuracies are correct labels, by hand and by DL4J where they differ. Boundary is the part of the plane where the labels differ. Floor multiple is the largest difference of all rungs as a multiple of what rounding explains; agreement means at most 1.

                ## Decision boundaries

                ![Decision boundaries](boundaries.png)

                ## What regularization did

                Training accuracy minus test accuracy is 5.3 points. The norm of all weights together is 1.58. 40.0 % of the hidden activations are exactly 0.

                ## l2: agree

                l2: layers 3,1, activations relu,sigmoid, keep probability 1.0,1.0, weight seed 3, λ = 0.7, optimizer gradient-descent, learning rate 0.3, masks published, mask seed 1, 2,000 iterations

                | Rung | Status | Compared | Largest difference | Noise floor | Multiple | Where |
                |---|---|---|---|---|---|---|
                | cost | agree | 2,000 | 1.5e-16 | 3.0e-14 | 0.0050 | cross-entropy |

                ## none: disagree

                none: layers 3,1, activations relu,sigmoid, keep probability 1.0,1.0, weight seed 3, λ = 0.0, optimizer gradient-descent, learning rate 0.3, masks published, mask seed 1, 2,000 iterations

                **The networks part in scenario none: rung \"gradients\", dW of layer 1, layer 1 W\\[0,1\\], first at iteration 1; relative difference 1.0e-03 against a noise floor of 1.0e-15.**

                | Rung | Status | Compared | Largest difference | Noise floor | Multiple | Where |
                |---|---|---|---|---|---|---|
                | cost | agree | 2,000 | 1.5e-16 | 3.0e-14 | 0.0050 | cross-entropy |
                | gradients | disagree | 3 | 1.0e-03 | 1.0e-15 | 1.0e+12 | layer 1 W\\[0,1\\], iteration 1 |

                - gradients: a note to know

                ## Conventions

                | Scenario | Convention | Expected | Measured |
                |---|---|---|---|
                | l2 | l2(c) adds c·W to the gradient, so the notebook’s λ is c = λ/m. Shown: gradient of the penalty ÷ W. | 0.0033175355450236967 | 0.0033175355450236967 |
                | none | l2(c) adds c·W to the gradient, so the notebook’s λ is c = λ/m. Shown: gradient of the penalty ÷ W. | 0.0033175355450236967 | 0.0033175355450236967 |

                ## How to reproduce

                ```
                twinnet compare --iterations 2 --out report
                ```

                - Data: points.csv
                - SHA-256 of the numbers: training (211) `ab12`, test (200) `cd34`
                - Versions: Twinnet 0.1.0, Deeplearning4j 1.0.0-M2.1, ND4J 1.0.0-M2.1 CPU
                - System: OpenBLAS, JVM 17, Linux amd64, a processor, 2000-01-02T03:04:05+01:00
                - Duration: 1.3 s
                """, written(Reports.of(Status.DISAGREE, Reports.agreeing(), Reports.parted())));
    }

    @Test
    void should_read_the_same_in_every_language() {
        Locale before = Locale.getDefault();
        Report report = Reports.of(Status.DISAGREE, Reports.agreeing(), Reports.parted());
        String expected = written(report);
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(expected, written(report));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void should_say_when_something_could_not_be_compared() {
        String text = written(Reports.of(Status.INCONCLUSIVE, Reports.inconclusive()));
        assertTrue(text.contains("Inconclusive: only 0 of 1 scenarios could be compared on every rung"), text);
        assertTrue(text.contains("| boundary | inconclusive | 0 | 0 | 0 | 0 | – |\n"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "<script>alert(1)</script> → \\<script\\>alert(1)\\</script\\>",
                "[x](javascript:y) → \\[x\\](javascript:y)",
                "![x](y) → \\!\\[x\\](y)",
                "**b**_i_~~s~~ → \\*\\*b\\*\\*\\_i\\_\\~\\~s\\~\\~",
                "a|b#c`d\\e → a\\|b\\#c\\`d\\\\e",
                "&lt; → \\&lt;"
            })
    void should_show_a_hostile_data_name_as_it_is(String name, String escaped) {
        assertTrue(written(name, Reports.PROVENANCE).contains("- Data: " + escaped + "\n"));
    }

    @Test
    void should_keep_a_data_name_with_line_breaks_on_its_line() {
        String text = written("a\n# heading\r\tb\u001b[31m.csv", Reports.PROVENANCE);
        assertTrue(text.contains("- Data: a?\\# heading??b?\\[31m.csv\n"), text);
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
        return written(Reports.of(Status.AGREE, dataName, provenance, Reports.agreeing()));
    }

    private static String written(Report report) {
        return MarkdownWriter.write(report, Texts.of(Language.EN), Set.of("boundaries.png"));
    }
}
