package org.twinnet.junit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says of a network what a check says of a trace: nobody who tests a network has to know of either traces or twins. */
final class YourWords {

    private static final Map<String, String> WORDS = words();

    private YourWords() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("The trace states", "Your experiment states");
        words.put("the trace states", "your experiment states");
        words.put("the trace would state", "your experiment would state");
        words.put("The trace", "Your network");
        words.put("not in the trace", "not asked of your network");
        words.put("in the trace", "in what your network gave");
        words.put("the trace holds", "your network gave");
        words.put("The trace's", "Your network's");
        words.put("this trace's", "your network's");
        words.put("the trace", "your network");
        words.put("the twins' opinion", "Twinnet's networks");
        words.put("twins' opinion", "Twinnet's networks");
        words.put("the twins", "Twinnet's own networks");
        words.put("twins", "Twinnet's own networks");
        return words;
    }

    /** The same text about a network. */
    static String of(String text) {
        String said = text;
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            said = said.replace(word.getKey(), word.getValue());
        }
        return said;
    }
}
