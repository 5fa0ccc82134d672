package org.twinnet.compare.experiment.setting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the records of an experiment say of themselves: keys, defaults and allowed values of their components. */
public final class Components {

    private Components() {}

    /**
     * The components of a record.
     *
     * @param type the record
     * @return in their order
     */
    public static List<RecordComponent> of(Class<?> type) {
        return Arrays.asList(type.getRecordComponents());
    }

    /**
     * The key of a component in experiment files.
     *
     * @param component the component
     * @return such as {@code learning_rate} for {@code learningRate}
     */
    public static String key(RecordComponent component) {
        return component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /**
     * The value of a component.
     *
     * @param component the component
     * @param record a record that has it
     * @return what the record says
     */
    public static Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    /**
     * Makes a record; what its constructor refuses passes through.
     *
     * @param type the record
     * @param values a value for each component
     * @param <T> the record
     * @return the record
     */
    public static <T> T make(Class<T> type, Object... values) {
        Class<?>[] types = of(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(type + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    /**
     * Holds the numbers of a record to what their components allow; called by the record's constructor.
     *
     * @param type the record
     * @param values a value for each component
     * @throws SettingException that names the first component whose value is not allowed
     */
    public static void check(Class<?> type, Object... values) {
        List<RecordComponent> components = of(type);
        for (int i = 0; i < values.length; i++) {
            check(components.get(i), values[i]);
        }
    }

    private static void check(RecordComponent component, Object value) {
        if (!(value instanceof Number number)) {
            return;
        }
        if (!range(component).contains(number.doubleValue())) {
            throw new SettingException(key(component), "is " + value + "; allowed: " + words(component));
        }
    }

    /**
     * The numbers that a component may have.
     *
     * @param component the component
     * @return every finite number where it allows all
     */
    public static Range range(RecordComponent component) {
        Allowed allowed = component.getAnnotation(Allowed.class);
        return allowed == null ? Range.FINITE : Range.of(allowed);
    }

    /**
     * What a component allows.
     *
     * @param component the component
     * @return such as {@code a number above 0 and at most 1}
     */
    public static String words(RecordComponent component) {
        if (component.getType() == boolean.class) {
            return "true, false";
        }
        if (component.getType() == String.class) {
            return "a text";
        }
        boolean whole = component.getType() == int.class || component.getType() == long.class;
        return range(component).words(whole);
    }

    /**
     * The default of a component.
     *
     * @param component the component
     * @return as an experiment file would say it; empty where there is none
     */
    public static Optional<String> byDefault(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    }

    /**
     * Whether a record that is no choice itself has a kind, which a bare word stands for.
     *
     * @param type the record
     * @return true if a component is its kind
     */
    public static boolean hasKind(Class<?> type) {
        return of(type).stream()
                .anyMatch(component ->
                        key(component).equals("kind") && component.getType().isEnum());
    }

    /**
     * The kind of a choice that is written as its settings alone.
     *
     * @param choice the choice
     * @return its word; empty where the kind is written as well
     */
    public static Optional<String> unwrittenKind(Class<? extends Choice> choice) {
        return choice.isAnnotationPresent(Choice.Kindless.class)
                ? Arrays.stream(choice.getPermittedSubclasses())
                        .filter(kind -> !of(kind).isEmpty())
                        .map(Choice::kindOf)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * The kinds of a sealed choice.
     *
     * @param choice the choice
     * @param <T> the choice
     * @return the records by their words, in the order in which they are declared
     */
    public static <T extends Choice> Map<String, Class<? extends T>> kinds(Class<T> choice) {
        Map<String, Class<? extends T>> kinds = new LinkedHashMap<>();
        for (Class<?> kind : choice.getPermittedSubclasses()) {
            kinds.put(Choice.kindOf(kind), kind.asSubclass(choice));
        }
        return Collections.unmodifiableMap(kinds);
    }
}
