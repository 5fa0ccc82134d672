package org.twinnet.compare.report.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A phrase in JSON")
class PhraseModuleTest {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new PhraseModule()).build();

    @Test
    void should_be_key_arguments_and_english_and_phrases_within_it_likewise() {
        String json = MAPPER.writeValueAsString(Said.PROBABILITY_ON.of(Said.EXAMPLES.of("odd")));

        assertEquals(
                "{\"key\":\"said.probability-on\",\"arguments\":[{\"key\":\"said.examples\",\"arguments\":[\"odd\"],"
                        + "\"english\":\"odd examples\"}],\"english\":\"probability on odd examples\"}",
                json);
    }

    @Test
    void should_be_null_where_there_is_nothing_to_say() {
        assertEquals("null", MAPPER.writeValueAsString(Phrase.NOTHING));
        assertEquals(Phrase.NOTHING, MAPPER.readValue("null", Phrase.class));
    }

    /** An unknown key, another number of arguments, and an argument of another kind than the text writes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'key':'said.new','arguments':[],'english':'something new'}",
                "{'key':'said.tensor','arguments':['W'],'english':'something new'}",
                "{'key':'said.point','arguments':['x','y'],'english':'something new'}",
                "{'key':'','arguments':[],'english':'something new'}"
            })
    void should_be_read_in_english_where_this_version_does_not_know_it(String json) {
        assertEquals(Said.NAME.of("something new"), MAPPER.readValue(json.replace('\'', '"'), Phrase.class));
    }

    @Test
    void should_be_a_name_where_a_former_version_wrote_its_english() {
        assertEquals(Said.COST_FROM_LOGIT.of(), MAPPER.readValue("\"cost from the logit\"", Phrase.class));
        assertEquals(Said.NAME.of("cost of {0}"), MAPPER.readValue("\"cost of {0}\"", Phrase.class));
        assertEquals("cost of {0}", Said.NAME.of("cost of {0}").in(Texts.of(Language.ZH)));
        assertEquals(Phrase.NOTHING, MAPPER.readValue("\"\"", Phrase.class));
    }
}
