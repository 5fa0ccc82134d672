package org.twinnet.compare.report;

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
}
