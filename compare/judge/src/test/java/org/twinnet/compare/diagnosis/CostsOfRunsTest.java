package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.check.TraceExperiment;
import org.twinnet.compare.diagnosis.FaultyTrainer.Job;
import org.twinnet.compare.diagnosis.GeneratedTrainings.Architecture;
import org.twinnet.compare.replay.LogitCosts;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;

/** {@link LogitCosts} against {@link Replay}, which looks up what the other is given. */
@DisplayName("The costs of long runs")
class CostsOfRunsTest {

    @Test
    void should_be_those_of_the_replay_to_the_last_bit() {
        List<PlantedFaults> kinds = PlantedFaults.all();
        int compared = 0;
        int normalized = 0;
        for (int number = 0; number < kinds.size(); number += 3) {
            PlantedFaults kind = kinds.get(number);
            GeneratedTrainings by = GeneratedTrainings.of("costs " + number, false);
            Architecture of = by.architecture();
            Trace trace = FaultyTrainer.trace(new Job(kind.kind().drawn(by, of), "", number, of.m(), Tamper.NONE));
            Optional<LogitCosts> costs = LogitCosts.of(trace, Recipe.RIGHT);
            normalized += costs.isEmpty() ? 1 : 0;
            Replay replay = new Replay(trace, Recipe.RIGHT);
            for (int i = 0; costs.isPresent() && i < 4; i++) {
                double[] parameters =
                        TraceExperiment.of(trace).orElseThrow().parameters(i).orElseThrow();
                assertEquals(
                        replay.cost(i),
                        costs.get()
                                .cost(
                                        i,
                                        trace.tensor(Quantity.Z, trace.depth(), i)
                                                .orElseThrow()
                                                .values(),
                                        parameters),
                        number + " " + kind);
                compared++;
            }
        }
        // measured: 328 costs, and no network is left out
        assertTrue(compared >= 300, compared + " compared, " + normalized + " left out");
    }
}
