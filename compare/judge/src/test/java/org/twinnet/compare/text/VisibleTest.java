package org.twinnet.compare.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Visible text")
class VisibleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u0007", "\b", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029", "\u202e",
                "\u2066", "\u200f"
            })
    void should_have_a_question_mark_for_what_cannot_be_seen(String character) {
        assertEquals("a?b", Visible.of("a" + character + "b"));
        assertEquals("a?b", Visible.lines("a" + character + "b"));
    }

    @Test
    void should_keep_its_lines_only_as_a_document() {
        assertEquals("a?b?c?d", Visible.of("a\nb\tc\rd"));
        assertEquals("a\nb\tc\rd", Visible.lines("a\nb\tc\rd"));
    }

    @Test
    void should_leave_ordinary_text_of_any_language_as_it_is() {
        String text = "λ = 0.7, 数据集 naïve – “x”, 😀, עברית";
        assertEquals(text, Visible.of(text));
        assertEquals(text, Visible.lines(text));
    }
}
