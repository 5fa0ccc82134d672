package org.twinnet.compare.report.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.text.Visible;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("JSON in a page")
class MarkupTest {

    @Test
    void should_show_its_strings_as_visible_text() {
        for (String name : List.of("a\u001b[31m\nb", "\\\u0007", "\\u001b is no escape", "C:\\new\\table", "\\\\\n")) {
            String json = Markup.visible(JsonMapper.shared().writeValueAsString(name));
            assertEquals(Visible.of(name), JsonMapper.shared().readValue(json, String.class));
        }
    }
}
