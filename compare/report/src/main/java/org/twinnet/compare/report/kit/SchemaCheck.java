package org.twinnet.compare.report.kit;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Holds a text of any length against a schema, in memory that does not grow with it.
 *
 * <p>A validator needs the whole tree. A tree is several times as large as its text, and the text of a report is long
 * because of lists of like elements. So the tree is built with the first {@value #HELD} elements of each list only;
 * every later element is held against what the schema says of an element, and forgotten.
 */
final class SchemaCheck {

    /** Above what any list needs to hold for a rule about the list as a whole, such as its least number of elements. */
    private static final int HELD = 1000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Schema schema;
    private final JsonNode definitions;
    private final IdentityHashMap<JsonNode, Schema> ofElements = new IdentityHashMap<>();
    private final JsonParser in;
    private String fault;

    private SchemaCheck(Schema schema, JsonParser in) {
        this.schema = schema;
        this.definitions = schema.getSchemaNode().path("$defs");
        this.in = in;
    }

    /**
     * Reads one value to its end.
     *
     * @param schema what it has to fit
     * @param in positioned before the value
     * @return where it does not fit and why, or empty
     */
    static Optional<String> firstFault(Schema schema, JsonParser in) {
        return new SchemaCheck(schema, in).check();
    }

    private Optional<String> check() {
        if (in.nextToken() == null) {
            return Optional.of("it is empty");
        }
        JsonNode tree = value(schema.getSchemaNode(), "");
        if (fault == null) {
            judge(schema, tree, "");
        }
        return Optional.ofNullable(fault);
    }

    private void judge(Schema rule, JsonNode node, String place) {
        List<Error> errors = rule.validate(node);
        if (!errors.isEmpty()) {
            String where = place + errors.get(0).getInstanceLocation();
            fault = (where.isEmpty() ? "the whole file" : where) + ": "
                    + errors.get(0).getMessage();
        }
    }

    /** The value that begins at the current token. */
    private JsonNode value(JsonNode rule, String place) {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(rule, place);
            case START_ARRAY -> array(rule, place);
            case VALUE_STRING -> StringNode.valueOf(in.getString());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> number(place);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode whole() {
        return switch (in.getNumberType()) {
            case INT -> NODES.numberNode(in.getIntValue());
            case LONG -> NODES.numberNode(in.getLongValue());
            default -> NODES.numberNode(in.getBigIntegerValue());
        };
    }

    private JsonNode number(String place) {
        double number = in.getDoubleValue();
        if (Double.isInfinite(number) && fault == null) {
            fault = place + ": a number too large for a double";
        }
        return NODES.numberNode(number);
    }

    private ObjectNode object(JsonNode rule, String place) {
        ObjectNode object = NODES.objectNode();
        JsonNode properties = resolved(rule).path("properties");
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            object.set(name, value(properties.path(name), place + "/" + name));
        }
        return object;
    }

    private ArrayNode array(JsonNode rule, String place) {
        ArrayNode array = NODES.arrayNode();
        JsonNode ofElement = resolved(rule).path("items");
        for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            String at = place + "/" + i;
            JsonNode element = value(ofElement, at);
            if (i < HELD || !ofElement.isObject()) {
                array.add(element);
            } else if (fault == null) {
                judge(ofElements.computeIfAbsent(ofElement, this::compiled), element, at);
            }
        }
        return array;
    }

    /** A rule behind its reference; where null is allowed beside one, the other. */
    private JsonNode resolved(JsonNode rule) {
        JsonNode behind = rule;
        for (JsonNode choice : rule.path("anyOf")) {
            if (!choice.path("type").asString("").equals("null")) {
                behind = choice;
            }
        }
        String prefix = "#/$defs/";
        String reference = behind.path("$ref").asString("");
        return reference.startsWith(prefix) ? definitions.path(reference.substring(prefix.length())) : behind;
    }

    private Schema compiled(JsonNode rule) {
        ObjectNode whole = ((ObjectNode) rule).deepCopy();
        whole.set("$defs", definitions);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }
}
