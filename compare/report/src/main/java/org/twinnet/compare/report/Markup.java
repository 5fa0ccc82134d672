package org.twinnet.compare.report;

/** Text that stays text, whatever it says. */
final class Markup {

    private Markup() {}

    /** JSON that cannot end the script element it stands in; the escape is JSON's own, so the data stay what they are. */
    static String inScript(String json) {
        return Visible.json(json)
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
