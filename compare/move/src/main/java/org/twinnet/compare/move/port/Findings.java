package org.twinnet.compare.move.port;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.move.model.Part;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfPort;

/** What was found so far; the same mistake of several layers is told once. */
final class Findings {

    /** Numbers of a configuration are written by people, who round; a seventh digit is nobody's mistake. */
    private static final double ROUNDED = 1e-6;

    private final List<PortFinding> found = new ArrayList<>();

    static boolean same(double a, double b) {
        return Math.abs(a - b) <= ROUNDED * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Phrases are said in any language, and what is none is the same in all. */
    void add(PortMistake mistake, Object found, Object right, Object line) {
        put(new PortFinding(mistake, List.of(), said(found), said(right), said(line)));
    }

    void add(PortMistake mistake, int layer, Object found, Object right, Object line) {
        put(new PortFinding(mistake, List.of(layer), said(found), said(right), said(line)));
    }

    private static Phrase said(Object what) {
        return what instanceof Phrase phrase ? phrase : Said.NAME.of(String.valueOf(what));
    }

    /** A line that is one too many. */
    static Phrase without(String line) {
        return SaidOfPort.WITHOUT.of(line);
    }

    /** Adds a mistake where two numbers differ. */
    void compare(PortMistake mistake, int layer, double actual, double right, Object line) {
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
