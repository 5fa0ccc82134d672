package org.twinnet.compare.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.cli.NumberOptions;
import org.twinnet.compare.cli.Program;

class NumberOptionsTest extends NumberOptions {

    @Override
    protected Program program() {
        return Main.PROGRAM;
    }

    @Test
    void should_know_all_options_that_take_numbers() {
        assertEquals(
                Set.of(
                        "--rounds",
                        "--workers",
                        "--studies",
                        "--seed",
                        "--seeds",
                        "--evaluations",
                        "--iterations",
                        "--every",
                        "--count"),
                known());
    }
}
