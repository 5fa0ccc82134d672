package org.twinnet.compare.experiment.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentSchema;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.json.JsonDamage;
import org.twinnet.data.InvalidDataException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads and writes experiment files. */
public final class ExperimentFile {

    /** A description of one training is a page; more is another file. */
    private static final int LARGEST = 1_000_000;

    private static final int DEEPEST = 20;

    /** Some editors begin every file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private ExperimentFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file; one whose name ends in {@code .yaml} or {@code .yml} is YAML, any other is JSON. Where it names
     * another file, that one is looked for beside it.
     *
     * @param file the file, with one experiment or a list of them
     * @param inputs number of features of the data
     * @return the experiments, at least one
     * @throws InvalidDataException if the file cannot be read or describes no experiment; the message names file, line
     *     and key
     */
    public static List<Experiment> read(Path file, int inputs) {
        String text;
        try {
            if (Files.isDirectory(file)) {
                throw new InvalidDataException(file + ": is a directory; give a file in it");
            }
            text = text(file);
        } catch (NoSuchFileException e) {
            throw new InvalidDataException(file + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new InvalidDataException(file + ": is not text in UTF-8", e);
        } catch (IOException e) {
            throw new InvalidDataException(file + ": cannot be read; check its permissions", e);
        }
        String ending = file.toString().replaceFirst(".*\\.", "");
        return parse(file.toString(), text, ending.equals("yaml") || ending.equals("yml"), inputs).stream()
                .map(experiment -> beside(file, experiment))
                .toList();
    }

    /** A pipe has no size before it is read. */
    private static String text(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new InvalidDataException(file + ": is larger than an experiment file can be (1 MB)");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** A file that an experiment names stands where the experiment's own file stands. */
    private static Experiment beside(Path file, Experiment experiment) {
        return experiment.initialization() instanceof Initialization.File given
                ? experiment.with(new Initialization.File(
                        file.resolveSibling(given.file()).toString()))
                : experiment;
    }

    /**
     * Reads a text.
     *
     * @param name what messages call it
     * @param text JSON or YAML
     * @param yaml whether it is YAML
     * @param inputs number of features of the data
     * @return the experiments, at least one
     * @throws InvalidDataException if the text describes no experiment
     */
    public static List<Experiment> parse(String name, String text, boolean yaml, int inputs) {
        ExperimentFile file = new ExperimentFile(name);
        Object root = file.tree(text, yaml);
        if (root instanceof Map<?, ?>) {
            return List.of(file.experiment(root, "", inputs));
        }
        List<Experiment> experiments = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Object node : (List<?>) root) {
            String path = "[" + experiments.size() + "]";
            Experiment experiment = file.experiment(node, path + ".", inputs);
            if (!names.add(experiment.name())) {
                throw new InvalidDataException(file.at(path + ".name") + "two experiments have the name '"
                        + experiment.name() + "'; give each its own");
            }
            experiments.add(experiment);
        }
        if (experiments.isEmpty()) {
            throw file.none();
        }
        return experiments;
    }

    /**
     * Reads as much of an experiment as a text states.
     *
     * @param name what messages call the text
     * @param text JSON, one object
     * @return its keys and values
     * @throws InvalidDataException if the text is no JSON object
     */
    public static Map<String, Object> stated(String name, String text) {
        ExperimentFile file = new ExperimentFile(name);
        if (!(file.tree(text, false) instanceof Map<?, ?> map)) {
            throw file.none();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        map.forEach((key, value) -> tree.put((String) key, value));
        return tree;
    }

    private Experiment experiment(Object node, String path, int inputs) {
        if (!(node instanceof Map<?, ?> map)) {
            throw none();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        map.forEach((key, value) -> tree.put((String) key, value));
        try {
            return ExperimentTree.read(tree, inputs);
        } catch (SettingException e) {
            throw new InvalidDataException(at(path + e.key()) + e.getMessage(), e);
        }
    }

    private InvalidDataException none() {
        return new InvalidDataException(name + ": is no experiment; needed: keys and values, such as "
                + "{\"layers\": [{\"units\": 3}, {\"units\": 1}]}");
    }

    /**
     * Writes experiments with all of their settings.
     *
     * @param experiments one or more
     * @return JSON that {@link #read} reads, ending in a line break: an object for one, a list for several
     */
    public static String text(List<Experiment> experiments) {
        List<Map<String, Object>> trees =
                experiments.stream().map(ExperimentTree::of).toList();
        return json(trees.size() == 1 ? trees.get(0) : trees);
    }

    /**
     * The JSON Schema of these files.
     *
     * @return JSON, ending in a line break
     */
    public static String schema() {
        return json(ExperimentSchema.tree());
    }

    private static String json(Object tree) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(tree)
                + "\n";
    }

    private Object tree(String written, boolean yaml) {
        String text = written.startsWith(BYTE_ORDER_MARK) ? written.substring(1) : written;
        TokenStreamFactory factory = yaml
                ? YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()
                : JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                throw none();
            }
            Object root = node(parser, "", 0);
            if (parser.nextToken() != null) {
                throw new InvalidDataException(
                        name + ", line " + line(parser) + ": something follows the experiment; remove it");
            }
            return root;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidDataException(
                    name + ", line " + Math.max(1, line) + ": is no " + (yaml ? "YAML" : "JSON") + ": "
                            + JsonDamage.met(e),
                    e);
        }
    }

    private Map<String, Object> map(JsonParser parser, String path, int deep) {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String inner = path.isEmpty() ? key : path + "." + key;
            lines.put(inner, line(parser));
            parser.nextToken();
            map.put(key, node(parser, inner, deep + 1));
        }
        return map;
    }

    private Object node(JsonParser parser, String path, int deep) {
        if (deep > DEEPEST) {
            throw new InvalidDataException(name + ", line " + line(parser) + ": keys inside keys go too deep");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new InvalidDataException(at(path) + path + " is the alias *" + parser.getString()
                    + ", and aliases are not read; write what it stands for");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(parser, path, deep);
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    String inner = path + "[" + list.size() + "]";
                    lines.put(inner, line(parser));
                    list.add(node(parser, inner, deep + 1));
                }
                yield list;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString(), path);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> text(parser, path);
            default -> throw noValue(path);
        };
    }

    /** No setting is an empty text; in YAML, an empty one and these words stand for nothing. */
    private String text(JsonParser parser, String path) {
        String text = parser.getString();
        if (text.isBlank() || (parser instanceof YAMLParser && (text.equals("~") || text.equalsIgnoreCase("null")))) {
            throw noValue(path);
        }
        return text;
    }

    private InvalidDataException noValue(String path) {
        return new InvalidDataException(at(path) + path + " has no value; leave the key out for its default");
    }

    private Number number(String text, String path) {
        BigDecimal exact;
        try {
            exact = new BigDecimal(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new InvalidDataException(at(path) + path + " is " + text + ", which is no decimal number", e);
        }
        double value = exact.doubleValue();
        if (!Double.isFinite(value)) {
            throw new InvalidDataException(at(path) + path + " is " + text + ", which leaves the range of doubles");
        }
        boolean whole = exact.scale() <= 0 && Math.abs(value) <= 1L << 53;
        return whole && !text.contains("e") && !text.contains("E") ? (Number) exact.longValue() : (Number) value;
    }

    private String at(String key) {
        Integer line = lines.get(key.replace("[]", ""));
        for (String outer = key; line == null && outer.indexOf('.') >= 0; ) {
            outer = outer.substring(0, outer.lastIndexOf('.'));
            line = lines.get(outer);
        }
        return line == null ? name + ": " : name + ", line " + line + ": ";
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
