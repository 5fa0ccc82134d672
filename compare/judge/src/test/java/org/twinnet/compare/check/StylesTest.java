package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.twinnet.compare.check.StyledNetwork.Style.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.check.StyledNetwork.Fault;
import org.twinnet.compare.check.StyledNetwork.Style;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.file.TraceReader;

/** Right networks in the styles of strangers, and the same with one fault. */
@DisplayName("The judge, on networks of many styles")
class StylesTest {

    @TempDir
    private Path folder;

    private CheckResult judge(Set<Style> styles, Fault fault, double lambda, double... keep) {
        Path file = StyledNetwork.write(styles, fault, lambda, keep).write(folder.resolve("trace.npz"));
        return TraceJudge.judge(TraceReader.read(file, Optional.empty()));
    }

    private static List<String> ids(CheckResult result) {
        return result.conventions().stream()
                .map(found -> found.convention().id())
                .toList();
    }

    private static Set<Style> styles(String names) {
        Set<Style> styles = EnumSet.noneOf(Style.class);
        if (names != null) {
            Arrays.stream(names.split(" ")).map(Style::valueOf).forEach(styles::add);
        }
        return styles;
    }

    private static double[] keeps(String keep) {
        return keep == null
                ? new double[0]
                : Arrays.stream(keep.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    /** Each fault shows in every style, and the conventions are the same beside it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                              | 0   |         |",
                "                              | 0.7 | 0.7     |",
                "ROWS                          | 0.7 | 0.7     | examples-as-rows",
                "ROWS INPUTS_BY_UNITS          | 0.7 | 0.7     | examples-as-rows weights-inputs-by-units",
                "INPUTS_BY_UNITS FLAT_BIASES   | 0.7 |         | weights-inputs-by-units",
                "ROW_BIASES COLUMN_COSTS       | 0.7 |         |",
                "INT_MASKS                     | 0   | 0.7     |",
                "FLOAT_MASKS OUTPUT_MASK       | 0   | 0.7     |",
                "SCALED_MASKS                  | 0   | 0.7     |",
                "SCALED_MASKS FLOAT32          | 0.7 | 0.7 1   |",
                "NO_MASKS                      | 0.7 | 0.7     |",
                "NO_MASKS DA_BEFORE_MASK       | 0   | 0.7     | dropout-dA-before-mask",
                "LOCAL_DZ                      | 0.7 |         |",
                "LOCAL_DZ LOCAL_DA             | 0.7 | 0.7     |",
                "LOCAL_DZ LOCAL_DA LOCAL_FORWARD | 0.7 | 0.7   |",
                "AVERAGED_EARLY                | 0.7 |         | gradient-averaged-early",
                "AVERAGED_EARLY LOCAL_DZ       | 0.7 | 0.7     | gradient-averaged-early",
                "AVERAGED_EARLY LOCAL_DZ LOCAL_DA | 0.7 | 0.7  |",
                "AVERAGED_EARLY DA_BEFORE_MASK LOCAL_DZ | 0.7 | 0.7"
                        + " | gradient-averaged-early dropout-dA-before-mask",
                "DA_BEFORE_MASK                | 0   | 0.7     | dropout-dA-before-mask",
                "DA_BEFORE_MASK LOCAL_DZ       | 0.7 | 0.7     | dropout-dA-before-mask",
                "DA_BEFORE_SCALE               | 0   | 0.7     | dropout-dA-before-scale",
                "PENALTY_IN_UPDATE             | 0.7 |         | penalty-in-update",
                "PENALTY_IN_UPDATE AVERAGED_EARLY LOCAL_DZ | 0.7 | 0.7 | gradient-averaged-early penalty-in-update",
                "DA0                           | 0   | 0.7     |",
                "DA_ONE_LAYER_UP LOCAL_DZ      | 0.7 | 0.7     | dA-of-layer-before",
                "DA_ONE_LAYER_UP ROWS INPUTS_BY_UNITS | 0 |    |"
                        + " examples-as-rows weights-inputs-by-units dA-of-layer-before",
                "FLOAT32 ROWS AVERAGED_EARLY   | 0.7 | 0.7 1   | examples-as-rows gradient-averaged-early",
                "FRESH_MASKS                   | 0.7 | 0.7     |",
                "FRESH_MASKS NO_MASKS          | 0   | 0.7 0.9 |",
                "NO_RATE                       | 0   | 1 0.6   |",
                "                              | 0.7 | 0.6 0.8 |"
            })
    void should_agree_with_a_right_network_and_disagree_with_a_faulty_one(
            String names, double lambda, String keep, String conventions) {
        Set<Style> styles = styles(names);
        List<String> expected = conventions == null ? List.of() : List.of(conventions.split(" "));
        CheckResult right = judge(styles, Fault.NONE, lambda, keeps(keep));
        assertEquals(List.of(), right.divergences());
        assertEquals(List.of(), English.of(right.notChecked()));
        assertEquals(Status.AGREE, right.verdict());
        assertEquals(expected, ids(right));
        List<Fault> faults = new ArrayList<>(List.of(
                Fault.BIAS_OF_LAYER_2_NOT_UPDATED,
                Fault.GRADIENT_OF_LAYER_1_DOUBLED,
                Fault.GRADIENT_OF_LAYER_1_WITHOUT_RELU));
        if (lambda > 0) {
            faults.addAll(List.of(Fault.PENALTY_HALVED_IN_GRADIENT, Fault.PENALTY_NOT_IN_COST));
        }
        for (Fault fault : faults) {
            CheckResult wrong = judge(styles, fault, lambda, keeps(keep));
            assertEquals(Status.DISAGREE, wrong.verdict(), fault::toString);
            assertEquals(expected, ids(wrong), fault::toString);
        }
    }

    @Test
    void should_say_what_is_recomputed_and_what_is_assumed() {
        CheckResult local = judge(EnumSet.of(LOCAL_DZ, NO_RATE), Fault.NONE, 0.7);
        assertEquals(
                List.of(
                        "learning_rate: not in the trace, 0.3 is assumed",
                        "dZ3, dZ2, dZ1 of iterations 0, 1, 11: not in the trace, recomputed"),
                English.of(local.notes()));
        CheckResult masks = judge(EnumSet.of(NO_MASKS, FRESH_MASKS), Fault.NONE, 0, 0.7);
        assertTrue(
                English.of(masks.notes()).contains("D1@0: not in the trace, read off A"),
                English.of(masks.notes())::toString);
        assertTrue(
                English.of(masks.notes()).stream()
                        .anyMatch(note -> note.startsWith("costs: 9 of 12 reported costs are not compared")),
                English.of(masks.notes())::toString);
    }
}
