package org.twinnet.compare.move.guide;

/**
 * A thing that DL4J does otherwise, as the guide tells it.
 *
 * @param title what it is, in a sentence
 * @param original the formula of the original
 * @param dl4j DL4J's
 * @param example what somebody has, and what becomes of it
 * @param overlooked the line that is easily written, or what happens without one
 * @param cost what that costs, measured
 * @param line the setting that mends it
 */
record Difference(
        String title, String original, String dl4j, String example, String overlooked, String cost, String line) {

    /** As a section of the guide. */
    String section() {
        return "### " + title + "\n\n| | |\n|---|---|\n"
                + row("the original", original)
                + row("DL4J", dl4j)
                + row("example", example)
                + row("overlooked", overlooked)
                + row("costs", cost)
                + row("mended by", line)
                + "\n";
    }

    /** A bar would end the cell. */
    private static String row(String name, String text) {
        return "| " + name + " | " + text.replace("|", "\\|") + " |\n";
    }
}
