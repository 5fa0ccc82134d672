package org.twinnet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class InvalidDataExceptionTest {

    @Test
    void should_be_one_printable_line_whatever_the_input_brings() {
        String hostile = "a\nb\r\u001b[31mc\u2028d\u202ee\ud800f";
        assertEquals("a?b??[31mc?d?e?f", new InvalidDataException(hostile).getMessage());
    }

    @Test
    void should_keep_letters_and_symbols_of_any_language() {
        assertEquals("±2⁵³ é 漢 😀", new InvalidDataException("±2⁵³ é 漢 😀").getMessage());
    }

    @Test
    void should_quote_at_most_forty_characters() {
        assertEquals("'abc'", InvalidDataException.quote("abc"));
        assertEquals("'" + "x".repeat(40) + "…'", InvalidDataException.quote("x".repeat(1000)));
    }

    @Test
    void should_keep_its_cause() {
        Exception cause = new Exception("inner");
        assertSame(cause, new InvalidDataException("outer", cause).getCause());
    }
}
