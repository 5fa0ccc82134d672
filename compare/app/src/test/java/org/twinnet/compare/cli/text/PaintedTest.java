package org.twinnet.compare.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.twinnet.compare.ladder.Status;
import picocli.CommandLine.Help.Ansi;

class PaintedTest {

    @Test
    void should_color_a_verdict_on_a_terminal_alone() {
        assertEquals("\u001B[32mBoth agree.\u001B[0m", Painted.of("Both agree.", Status.AGREE, Ansi.ON));
        assertEquals("\u001B[31mThey part.\u001B[0m", Painted.of("They part.", Status.DISAGREE, Ansi.ON));
        assertEquals("\u001B[33mOpen.\u001B[0m", Painted.of("Open.", Status.INCONCLUSIVE, Ansi.ON));
        assertEquals("Both agree.", Painted.of("Both agree.", Status.AGREE, Ansi.OFF));
    }
}
