package org.twinnet.compare.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line that names settings")
class MessageTest {

    private static final Message LINE =
            Message.setting("folds").then(" is 1; add ").thenSetting("resume").then(", or name another folder");

    @Test
    void should_call_them_as_a_program_does() {
        assertEquals("--folds is 1; add --resume, or name another folder", LINE.text(name -> "--" + name));
    }

    @Test
    void should_call_them_by_their_own_names_where_no_program_speaks() {
        assertEquals("folds is 1; add resume, or name another folder", LINE.toString());
    }
}
