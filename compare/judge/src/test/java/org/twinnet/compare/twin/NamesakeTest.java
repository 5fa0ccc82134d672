package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.RateSchedule;

/** Both twins know every kind of an experiment under its own name, with all of its settings. */
class NamesakeTest {

    /**
     * A choice and a twin's interface for it.
     *
     * @param without kinds that the twin lacks
     * @param elsewhere settings that stand elsewhere in the twin
     * @param beside settings of the twin that stand elsewhere in the experiment
     */
    private record Pair(
            Class<? extends Choice> choice,
            Class<?> twin,
            Set<String> without,
            Set<String> elsewhere,
            Set<String> beside) {
        Pair(Class<? extends Choice> choice, Class<?> twin) {
            this(choice, twin, Set.of(), Set.of(), Set.of());
        }

        @Override
        public String toString() {
            return choice.getSimpleName() + " as " + twin.getName();
        }
    }

    static Stream<Pair> pairs() {
        Set<String> rate = Set.of("learningRate");
        Set<String> none = Set.of();
        return Stream.of(
                new Pair(Activation.class, org.twinnet.scratch.activation.Activation.class),
                new Pair(Activation.class, Dl4jActivation.class),
                new Pair(Loss.class, org.twinnet.scratch.loss.Loss.class),
                // AdamW moves as Adam does, and its decay is a setting of the experiment. Rates come from a schedule.
                new Pair(Optimizer.class, org.twinnet.scratch.optimizer.Optimizer.class, Set.of("adamw"), rate, none),
                new Pair(Optimizer.class, Descent.class, Set.of("adamw"), none, none),
                new Pair(Schedule.class, org.twinnet.scratch.schedule.Schedule.class, none, none, rate),
                new Pair(Schedule.class, RateSchedule.class),
                new Pair(Clipping.class, org.twinnet.scratch.clipping.Clipping.class),
                // A file is read by the judge.
                new Pair(
                        Initialization.class,
                        org.twinnet.scratch.initialization.Initialization.class,
                        Set.of("file"),
                        none,
                        none));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void should_have_every_kind_with_all_its_settings(Pair pair) {
        Map<String, Class<?>> kinds = Arrays.stream(pair.twin().getPermittedSubclasses())
                .collect(Collectors.toMap(Choice::kindOf, kind -> kind));
        for (Class<?> kind : pair.choice().getPermittedSubclasses()) {
            String word = Choice.kindOf(kind);
            if (pair.without().contains(word)) {
                continue;
            }
            Set<String> settings = new TreeSet<>(names(kind));
            settings.removeAll(pair.elsewhere());
            Set<String> given = new TreeSet<>(names(kinds.get(word)));
            given.removeAll(pair.beside());
            assertEquals(settings, given, pair + ", " + word);
        }
    }

    private static List<String> names(Class<?> type) {
        return Components.of(type).stream()
                .map(component -> component.getName())
                .toList();
    }

    @Test
    void should_hand_over_numbers_words_and_what_stands_beside() {
        assertEquals(
                new org.twinnet.scratch.activation.LeakyRelu(0.2),
                Namesake.of(new Activation.LeakyRelu(0.2), org.twinnet.scratch.activation.Activation.class));
        Optimizer adamw = new Optimizer.Adamw(0.1, 0.8, 0.99, 1e-7, EpsilonPlace.BEFORE_CORRECTION);
        assertEquals(
                new org.twinnet.scratch.optimizer.Adam(
                        0.8, 0.99, 1e-7, org.twinnet.scratch.optimizer.EpsilonPlace.BEFORE_CORRECTION),
                Namesake.of(adamw.rule(), org.twinnet.scratch.optimizer.Optimizer.class));
        assertEquals(
                new Descent.Adam(0.1, 0.8, 0.99, 1e-7, org.twinnet.dl4j.update.EpsilonPlace.BEFORE_CORRECTION),
                Namesake.of(adamw.rule(), Descent.class));
        assertEquals(
                new org.twinnet.scratch.schedule.Step(0.3, 10, 0.5),
                Namesake.of(
                        new Schedule.Step(10, 0.5),
                        org.twinnet.scratch.schedule.Schedule.class,
                        Map.of("learningRate", 0.3)));
    }

    @Test
    void should_say_what_a_twin_lacks() {
        assertEquals(
                "org.twinnet.dl4j.update.Descent has no adamw",
                assertThrows(
                                IllegalStateException.class,
                                () -> Namesake.of(
                                        new Optimizer.Adamw(0.1, 0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION),
                                        Descent.class))
                        .getMessage());
        assertThrows(
                IllegalStateException.class,
                () -> Namesake.of(new Schedule.Constant(), org.twinnet.scratch.schedule.Schedule.class));
    }
}
