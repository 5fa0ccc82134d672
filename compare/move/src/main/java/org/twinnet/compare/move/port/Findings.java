package org.twinnet.compare.move.port;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.move.model.Part;

/** What was found so far; the same mistake of several layers is told once. */
final class Findings {

    /** Numbers of a configuration are written by people, who round; a seventh digit is nobody's mistake. */
    private static final double ROUNDED = 1e-6;

    private final List<PortFinding> found = new ArrayList<>();

    static boolean same(double a, double b) {
        return Math.abs(a - b) <= ROUNDED * Math.max(Math.abs(a), Math.abs(b));
    }

    void add(PortMistake mistake, Object found, Object right, String line) {
        put(new PortFinding(mistake, List.of(), String.valueOf(found), String.valueOf(right), line));
    }

    void add(PortMistake mistake, int layer, Object found, Object right, String line) {
        put(new PortFinding(mistake, List.of(layer), String.valueOf(found), String.valueOf(right), line));
    }

    /** Adds a mistake where two numbers differ. */
    void compare(PortMistake mistake, int layer, double actual, double right, String line) {
        if (!same(actual, right)) {
            add(mistake, layer, actual, right, line);
        }
    }

    private void put(PortFinding finding) {
        for (int k = 0; k < found.size(); k++) {
            PortFinding known = found.get(k);
            if (known.isLike(finding)) {
                List<Integer> layers = new ArrayList<>(known.layers());
                finding.layers().stream()
                        .filter(layer -> !layers.contains(layer))
                        .forEach(layers::add);
                found.set(k, new PortFinding(known.mistake(), layers, known.found(), known.right(), known.line()));
                return;
            }
        }
        found.add(finding);
    }

    boolean has(PortMistake mistake) {
        return found.stream().anyMatch(it -> it.mistake() == mistake);
    }

    List<PortFinding> all() {
        return List.copyOf(found);
    }

    /** A class and its numbers, as a person would write them. */
    static String text(Part part) {
        return part.numbers().isEmpty() ? part.type() : part.type() + part.numbers();
    }
}
