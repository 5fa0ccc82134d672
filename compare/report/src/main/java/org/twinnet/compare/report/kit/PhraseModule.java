package org.twinnet.compare.report.kit;

import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.Saying;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Phrases of the judge in JSON: key, arguments and English; null where there is nothing to say. A phrase that this
 * version does not know is read as its English text, and so is the plain text of a former version.
 */
public final class PhraseModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public PhraseModule() {
        addSerializer(Phrase.class, new Writer());
        addDeserializer(Phrase.class, new Reader());
    }

    private static final class Writer extends ValueSerializer<Phrase> {

        @Override
        public void serialize(Phrase phrase, JsonGenerator json, SerializationContext context) {
            if (phrase.isNothing()) {
                json.writeNull();
                return;
            }
            json.writeStartObject();
            json.writeStringProperty("key", phrase.key());
            json.writeName("arguments");
            json.writeStartArray();
            for (Object argument : phrase.arguments()) {
                context.writeValue(json, argument);
            }
            json.writeEndArray();
            json.writeStringProperty("english", phrase.english());
            json.writeEndObject();
        }
    }

    private static final class Reader extends ValueDeserializer<Phrase> {

        @Override
        public Phrase deserialize(JsonParser json, DeserializationContext context) {
            return json.hasToken(JsonToken.VALUE_STRING)
                    ? FormerTexts.phrase(json.getString())
                    : phrase(context.readTree(json));
        }

        @Override
        public Phrase getNullValue(DeserializationContext context) {
            return Phrase.NOTHING;
        }
    }

    private static Phrase phrase(JsonNode node) {
        String key = node.path("key").asString("");
        List<Object> arguments = new ArrayList<>();
        node.path("arguments").forEach(argument -> arguments.add(argument(argument)));
        Optional<Saying> said = Saying.all().stream()
                .filter(it -> it.key().equals(key) && it.arguments() == arguments.size())
                .findFirst();
        try {
            if (said.isPresent()) {
                Phrase phrase = said.get().of(arguments.toArray());
                phrase.english();
                return phrase;
            }
        } catch (IllegalFormatException e) {
            // an argument of another kind than the text writes
        }
        return Said.NAME.of(node.path("english").asString(""));
    }

    private static Object argument(JsonNode node) {
        return node.isObject() ? phrase(node) : node.isNumber() ? node.numberValue() : node.asString("");
    }
}
