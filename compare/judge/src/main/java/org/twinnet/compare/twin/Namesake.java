package org.twinnet.compare.twin;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;

/**
 * A twin's own record for a choice of an experiment: of the same name, and with settings of the same names. So a twin
 * that gets a new kind is told of it nowhere else.
 */
public final class Namesake {

    private Namesake() {}

    /**
     * Makes a twin's record.
     *
     * @param choice what the experiment says
     * @param type the sealed interface of the twin's records
     * @param <T> the interface
     * @return a record with the choice's settings
     * @throws IllegalStateException if no record has this name, or one of its settings is none of the choice's
     */
    public static <T> T of(Choice choice, Class<T> type) {
        return of(choice, type, Map.of());
    }

    /**
     * Makes a twin's record that has settings which stand elsewhere in an experiment.
     *
     * @param choice what the experiment says
     * @param type the sealed interface of the twin's records
     * @param beside settings by name that the choice lacks
     * @param <T> the interface
     * @return a record with these settings
     * @throws IllegalStateException if no record has this name, or one of its settings is neither the choice's nor
     *     beside
     */
    public static <T> T of(Choice choice, Class<T> type, Map<String, ?> beside) {
        Class<? extends T> kind = Arrays.stream(type.getPermittedSubclasses())
                .filter(permitted -> Choice.kindOf(permitted).equals(choice.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no " + choice.kind()))
                .asSubclass(type);
        Object[] settings = Components.of(kind).stream()
                .map(wanted -> beside.containsKey(wanted.getName())
                        ? Objects.requireNonNull(beside.get(wanted.getName()))
                        : setting(choice, wanted))
                .toArray();
        return Components.make(kind, settings);
    }

    private static Object setting(Choice choice, RecordComponent wanted) {
        Object value = Components.of(choice.getClass()).stream()
                .filter(component -> component.getName().equals(wanted.getName()))
                .map(component -> Components.value(component, choice))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(choice.kind() + " has no " + wanted.getName() + " for " + wanted));
        return value instanceof Enum<?> word ? namesake(word, wanted.getType()) : value;
    }

    /** The constant of the twin's own enum. */
    private static Object namesake(Enum<?> word, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(word.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no " + word));
    }
}
