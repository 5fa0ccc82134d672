package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.cli.options.Allowed;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * What holds for each program: every option of every command that takes numbers takes plain decimal ones, and nothing
 * else that Java would read.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class NumberOptions {

    /** One of these is a value of each option that takes numbers. */
    private static final List<String> SAMPLES = List.of(
            "5", "0.5", "5,1", "5s", "0.5m", "0.5|1", "0.5..1", "0.5..1:log", "5,1|7,1", "5e-1", "5,7,1", "0.5|0.75|1");

    /** What stands in place of a 5; the first dozen are what Java's parsers take. */
    private static final List<String> NO_DECIMALS = List.of(
            "\u0665",
            "\uFF15",
            "\u096B",
            "5d",
            "5f",
            "5D",
            "5F",
            "0x5p0",
            "NaN",
            "Infinity",
            "5\0",
            "\0055",
            "\u00A05",
            "5\u2003",
            "5_0",
            "\u22125",
            "0x5",
            "5L",
            "5e",
            "five",
            "5%",
            "\u200B5",
            "1'5");

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(NumberOptions::commands));
    }

    /** The program whose options these are. */
    protected abstract Program program();

    private Stream<CommandLine> commands() {
        return commands(
                program().commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())));
    }

    private static boolean accepts(ITypeConverter<?> converter, String value) {
        try {
            converter.convert(value);
            return true;
        } catch (TypeConversionException e) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Command, option, its converter, and a value that it takes. */
    Stream<Arguments> numberOptions() {
        List<Arguments> all = new ArrayList<>();
        commands()
                .forEach(command -> command.getCommandSpec().args().stream()
                        .filter(arg ->
                                arg.converters().length == 1 && !(arg.converters()[0] instanceof Allowed.NamedPath))
                        .forEach(arg -> SAMPLES.stream()
                                .filter(sample -> accepts(arg.converters()[0], sample))
                                .forEach(sample -> all.add(Arguments.of(
                                        command.getCommandSpec().qualifiedName(),
                                        name(arg),
                                        sample,
                                        arg.converters()[0])))));
        return all.stream();
    }

    /** The names of the options that take numbers. */
    protected Set<String> known() {
        Set<String> known = new TreeSet<>();
        numberOptions().forEach(option -> known.add(option.get()[1].toString()));
        return known;
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("numberOptions")
    void should_take_plain_decimal_numbers_only(
            String command, String option, String sample, ITypeConverter<?> converter) {
        List<String> accepted = new ArrayList<>();
        Stream.concat(
                        NO_DECIMALS.stream().map(five -> sample.replace("5", five)),
                        Stream.of(" ", "\t", "\n", "\u2003", "\0")
                                .flatMap(blank -> Stream.of(blank + sample, sample + blank)))
                .filter(value -> accepts(converter, value))
                .forEach(accepted::add);
        assertEquals(List.of(), accepted);
    }

    @Test
    void should_leave_no_number_to_the_parser_of_the_library() {
        commands()
                .forEach(command -> command.getCommandSpec().args().forEach(arg -> {
                    Class<?> type = arg.auxiliaryTypes()[0];
                    boolean number =
                            Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class);
                    assertFalse(
                            number && arg.converters().length == 0,
                            () -> command.getCommandSpec().qualifiedName() + " " + name(arg) + " needs a converter");
                }));
    }
}
