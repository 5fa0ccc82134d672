package org.twinnet.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A kind with its settings in one option")
class KindOptionTest {

    private static String printed(Object... options) {
        Object[] all = Arrays.copyOf(new Object[] {"compare", "--print-experiment"}, options.length + 2);
        System.arraycopy(options, 0, all, 2, options.length);
        Cli.Outcome outcome = Cli.run(all);
        assertEquals(0, outcome.code(), outcome.err());
        return outcome.out();
    }

    @Test
    void should_mean_the_same_as_one_option_each() {
        assertEquals(
                printed("--optimizer", "adam", "--learning-rate", 0.01, "--epsilon-place", "before-correction"),
                printed("--optimizer", "adam:learning-rate=0.01, epsilon_place=before-correction"));
        assertEquals(
                printed("--activation", "leaky-relu", "--slope", 0.2), printed("--activation", "leaky-relu:slope=0.2"));
        assertEquals(
                printed("--dropout-masks", "fresh", "--mask-seed", 7, "--keep-prob", 0.9),
                printed("--dropout-masks", "fresh:seed=7", "--keep-prob", 0.9));
        assertEquals(printed("--initialization", "he", "--seed", 9), printed("--initialization", "he:seed=9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adam:rate=1 | 'rate=1' is no setting with its value; allowed: KIND:NAME=VALUE,..., with the names"
                        + " learning-rate, momentum, average, epsilon, decay, beta1, beta2, epsilon-place",
                "adam:beta1  | 'beta1' is no setting with its value",
                "adam:beta1=2 | beta1=2: '2' is not allowed; allowed: a number from 0 and below 1, such as 0.9",
                "lion:beta1=0.9 | 'lion' is not allowed; allowed: gradient-descent",
                "adam:beta1=0.9,beta1=0.8 | beta1 stands twice",
                "momentum:beta1=0.9 | --beta1 belongs to adam and adamw and amsgrad, not to momentum"
            })
    void should_say_what_is_wrong(String value, String message) {
        Cli.Outcome outcome = Cli.run("compare", "--print-experiment", "--optimizer", value);
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains(message), outcome.err());
    }

    @Test
    void should_refuse_a_setting_that_is_given_twice() {
        Cli.run("compare", "--print-experiment", "--optimizer", "adam:learning-rate=0.1", "--learning-rate", 0.2)
                .isMisuse("twinnet compare", "--learning-rate is given twice; leave one of both out");
    }
}
