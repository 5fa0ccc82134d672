package org.twinnet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.experiment.setting.Choice;

@DisplayName("Every choice of an experiment")
class CompletenessTest {

    private static final Completeness HOUSE = new Completeness(Path.of("../.."));

    static Stream<Completeness.Formula> formulas() {
        return Stream.concat(
                Stream.of(
                                Activation.class,
                                Loss.class,
                                Optimizer.class,
                                Schedule.class,
                                Clipping.class,
                                Initialization.class)
                        .flatMap(choice -> Arrays.stream(choice.getPermittedSubclasses())
                                .filter(type -> type != Clipping.None.class)
                                // what a file gives is read, not computed
                                .filter(type -> type != Initialization.File.class)
                                .map(type -> Completeness.Formula.of(choice, type))),
                Stream.concat(penalties(), Stream.of(Completeness.Formula.batchNormalization())));
    }

    /** The norms that a penalty is made of are its numbers, such as {@code l2}. */
    private static Stream<Completeness.Formula> penalties() {
        return Arrays.stream(Penalty.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> name.matches("l\\d"))
                .map(Completeness.Formula::penalty);
    }

    @Test
    void should_be_looked_at() {
        List<String> names = formulas().map(Completeness.Formula::name).toList();

        assertTrue(
                names.containsAll(List.of(
                        "Relu", "Sigmoid", "Tanh", "BinaryCrossEntropy", "Momentum", "L2", "BatchNormalization")),
                names::toString);
        for (Class<?> choice : List.of(
                Activation.class, Loss.class, Optimizer.class, Schedule.class, Clipping.class, Initialization.class)) {
            assertTrue(choice.isSealed() && Choice.class.isAssignableFrom(choice), choice::getName);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void should_be_complete(Completeness.Formula formula) {
        assertEquals(List.of(), HOUSE.gaps(formula));
    }

    @Test
    void should_be_missed_where_a_step_is_left_out() {
        assertEquals(
                List.of(
                        "org.twinnet.scratch.activation.Nowhere",
                        "org.twinnet.scratch.activation.NowhereTest",
                        "org.twinnet.compare.theory.activation.NowhereTheory",
                        "org.twinnet.compare.theory.activation.NowhereTheoryTest",
                        "a network of DL4J with it",
                        "`nowhere` in experiment-format.md"),
                HOUSE.gaps(new Completeness.Formula("activation", "Nowhere", "Nowhere", "nowhere")));
    }

    @Test
    void should_be_missed_where_only_its_chapter_is_left_out() {
        assertEquals(
                List.of(
                        "org.twinnet.compare.theory.activation.ReluLeftOutTheory",
                        "org.twinnet.compare.theory.activation.ReluLeftOutTheoryTest"),
                HOUSE.gaps(new Completeness.Formula("activation", "Relu", "ReluLeftOut", "relu")));
    }
}
