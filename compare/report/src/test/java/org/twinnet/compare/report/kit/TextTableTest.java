package org.twinnet.compare.report.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void should_align_the_first_column_left_and_the_others_right() {
        TextTable table = new TextTable(List.of("scenario", "cost", "n"));
        table.add(List.of("l2", "0.25", "10"));
        table.add(List.of("dropout", "12.125", "7"));
        assertEquals("""
                scenario    cost   n
                l2          0.25  10
                dropout   12.125   7
                """, table.toString());
    }

    @Test
    void should_leave_no_blanks_at_the_ends_of_lines() {
        TextTable table = new TextTable(List.of("a"));
        table.add(List.of("long"));
        assertEquals("a\nlong\n", table.toString());
    }

    @Test
    void should_turn_where_a_terminal_is_too_narrow() {
        TextTable table = new TextTable(List.of("scenario", "cost", "verdict"));
        table.add(List.of("l2", "0.25", "agree"));
        table.add(List.of("dropout", "12.125", "agree"));
        assertEquals(table.toString(), table.within(25));
        assertEquals("""
                scenario     l2  dropout
                cost       0.25   12.125
                verdict   agree    agree
                """, table.within(24));
    }
}
