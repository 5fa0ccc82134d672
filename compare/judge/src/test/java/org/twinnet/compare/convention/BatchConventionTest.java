package org.twinnet.compare.convention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.ClipCost;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.data.Dataset;
import org.twinnet.data.generator.Generator;

class BatchConventionTest {

    private static final Dataset DATA = Generator.defaults().get(1).generate(70, 3);

    private static Optional<Convention> row(Experiment experiment) {
        List<Convention> all = Conventions.measure(
                TwinFactories.standard(TwinFactories.Loss.LOGIT), experiment, DATA, new ClipCost(0, 0));
        return all.stream().filter(row -> row.id() == Convention.Id.L2_BATCH).findFirst();
    }

    /** 70 examples in batches of 32: the last one has 6, and l2(λ/32) takes it for a whole one. */
    @Test
    void should_measure_what_a_constant_coefficient_does_in_a_short_last_batch() {
        for (PenaltyOver over : PenaltyOver.values()) {
            Convention row = row(Experiment.of(2, 5, 1)
                            .with(new Penalty(0.7, 0, 0.01, 0, false, over))
                            .with(new Batches.Shuffled(32, 1)))
                    .orElseThrow();
            assertEquals(0.7 / 6 + 0.01, row.expected());
            assertEquals(0.7 / 32 + 0.01, row.measured(), 1e-16);
            assertEquals(15, row.compared());
        }
    }

    @Test
    void should_say_nothing_of_full_batches_and_measure_nothing_where_all_are_whole() {
        Experiment plain = Experiment.of(2, 5, 1);
        Batches whole = new Batches.Shuffled(35, 1);
        assertTrue(row(plain.with(Penalty.l2(0.7))).isEmpty());
        assertEquals(
                0, row(plain.with(Penalty.l2(0.7)).with(whole)).orElseThrow().compared());
        assertEquals(
                0, row(plain.with(new Batches.Shuffled(32, 1))).orElseThrow().compared());
    }
}
