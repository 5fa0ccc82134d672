package org.twinnet.compare.report.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every number that a {@code report.json} holds: as a number, inside its words, as the length of a list, or as the
 * share that two numbers of a count are; and those of the fixed texts, such as the 0.5 of p = 0.5.
 */
final class NumbersOfReport {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[-−]?\\d[\\d,]*(\\.\\d+)?(e[-+]?\\d+)?");

    private final List<BigDecimal> numbers = new ArrayList<>();

    NumbersOfReport(String json) {
        add(JsonMapper.shared().readTree(json));
        for (Language language : Language.values()) {
            Texts texts = Texts.of(language);
            texts.keys().forEach(key -> addWords(texts.pattern(key).replaceAll("\\{\\d}", " ")));
        }
    }

    /** The numbers of a text that are no rounding of any that the report holds. */
    Set<String> missingFrom(String text) {
        Set<String> missing = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            BigDecimal shown = number(matcher.group());
            // Half a unit of the last digit, and the rounding of the binary number itself.
            BigDecimal half = shown.ulp().multiply(new BigDecimal("0.5000001"));
            if (numbers.stream()
                    .noneMatch(number -> number.subtract(shown).abs().compareTo(half) <= 0)) {
                missing.add(matcher.group());
            }
        }
        return missing;
    }

    private void add(JsonNode node) {
        if (node.isNumber()) {
            numbers.add(node.decimalValue());
            // Shares are shown in percent.
            numbers.add(node.decimalValue().movePointRight(2));
        } else if (node.isString()) {
            addWords(node.stringValue());
        } else if (node.isArray()) {
            numbers.add(BigDecimal.valueOf(node.size()));
        }
        if (node.has("correct") && node.has("total")) {
            double share =
                    100.0 * node.get("correct").intValue() / node.get("total").intValue();
            numbers.add(BigDecimal.valueOf(share));
        }
        if (node.has("layers") && node.get("layers").isArray()) {
            // shown as 3,1, which reads like one number
            StringBuilder units = new StringBuilder();
            node.get("layers").forEach(layer -> units.append(layer.path("units").asString("")));
            addWords(units.toString());
        }
        if (node.has("size") && node.has("fixed")) {
            long side = node.get("size").intValue();
            numbers.add(BigDecimal.valueOf(side * side));
        }
        node.forEach(this::add);
    }

    private void addWords(String words) {
        NUMBER.matcher(words).results().forEach(match -> numbers.add(number(match.group())));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", "").replace('−', '-'));
    }
}
