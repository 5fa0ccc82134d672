package org.twinnet.compare.report;

import java.util.Locale;

/** Renders a report as Markdown, for a pull request or a wiki. */
public final class MarkdownWriter {

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private MarkdownWriter(Report report) {
        this.report = report;
    }

    /**
     * Renders.
     *
     * @param report the report
     * @return Markdown text
     */
    public static String write(Report report) {
        MarkdownWriter writer = new MarkdownWriter(report);
        writer.head();
        for (Report.Scenario scenario : report.scenarios()) {
            writer.scenario(scenario);
        }
        writer.foot();
        return writer.text.toString();
    }

    private void head() {
        line("# Hand-written network and DL4J: %s", report.verdict());
        line("");
        line("%s", Sentences.verdict(report));
        line("");
        line(
                "| scenario | cost by hand | cost by DL4J | largest relative cost difference | comparable | train accuracy |"
                        + " test accuracy | boundary disagreement | verdict |");
        line("|---|---|---|---|---|---|---|---|---|");
        for (Report.Scenario scenario : report.scenarios()) {
            line("| %s |", String.join(" | ", Sentences.row(scenario)));
        }
        line("");
        for (Report.Scenario scenario : report.scenarios()) {
            Sentences.chaos(scenario).ifPresent(sentence -> {
                line("%s", sentence);
                line("");
            });
        }
        line("Accuracies are correct labels of all, by hand / by DL4J. A cost is the one before the last update.");
        line("");
    }

    private void scenario(Report.Scenario scenario) {
        Report.Settings settings = scenario.settings();
        line("## %s: %s", scenario.name(), scenario.verdict());
        line("");
        line(
                "Layers %s, learning rate %s, %,d iterations, λ = %s, keep probability %s, masks %s, weight seed %d, mask seed %d.",
                settings.layers(),
                settings.learningRate(),
                settings.iterations(),
                settings.lambda(),
                settings.keepProbability(),
                settings.dropoutMasks(),
                settings.seed(),
                settings.maskSeed());
        line("");
        if (scenario.firstDivergence() != null) {
            line("**First divergence:** %s.", Sentences.divergence(scenario.firstDivergence()));
            line("");
        }
        line("| rung | status | compared | difference | noise floor | multiple | where |");
        line("|---|---|---|---|---|---|---|");
        for (Report.Rung rung : scenario.rungs()) {
            line(
                    "| %s | %s | %,d | %s | %s | %s | %s |",
                    rung.name(),
                    rung.status(),
                    rung.compared(),
                    Sentences.number(rung.maxRelativeDifference()),
                    Sentences.number(rung.noiseFloor()),
                    Sentences.number(rung.multiple()),
                    rung.where().isEmpty() ? "" : rung.where() + ", iteration " + rung.iteration());
        }
        line("");
        scenario.rungs().stream()
                .filter(rung -> !rung.note().isEmpty())
                .forEach(rung -> line("- %s: %s.", rung.name(), rung.note()));
        Report.Boundary boundary = scenario.boundary();
        line(
                "- boundary of the free runs: %,d of %,d points of the plane have different labels; largest probability difference %s;"
                        + " %s.",
                boundary.disagreements(),
                boundary.compared(),
                Sentences.number(boundary.largestProbabilityDifference()),
                boundary.contourDistance() == null
                        ? "the contours cannot be compared, because a network has none"
                        : "contours " + Sentences.number(boundary.contourDistance()) + " apart (Hausdorff)");
        line(
                "- what DL4J's stock loss (probabilities clipped at 1e-5) would change at the last parameters: cross-entropy by %s,"
                        + " gradient by %s (relative).",
                Sentences.number(scenario.clip().costDifference()),
                Sentences.number(scenario.clip().gradientDifference()));
        line("");
    }

    private void foot() {
        Report.Provenance run = report.provenance();
        line("## How to run this again");
        line("");
        String fence = fence(run.command());
        line("%s", fence);
        line("%s", run.command());
        line("%s", fence);
        line("");
        Report.Data data = report.data();
        line(
                "Data: %s, %d training examples (SHA-256 of the numbers `%s`)%s.",
                escape(data.name()),
                data.train().count(),
                data.train().sha256(),
                data.test() == null
                        ? ""
                        : ", " + data.test().count() + " test examples (`"
                                + data.test().sha256() + "`)");
        line(
                "Twinnet %s, Deeplearning4j %s, %s, BLAS %s (%,d products checked), %s, %s, %d threads, %.1f s, %s.",
                run.twinnet(),
                run.dl4j(),
                run.backend(),
                run.blas(),
                run.blasProductsChecked(),
                run.jvm(),
                run.os(),
                run.threads(),
                run.seconds(),
                run.date());
    }

    /** A fence that nothing in the text can close. */
    private static String fence(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    /** A name from outside shows as it is: it neither breaks the line nor becomes markup. */
    private static String escape(String text) {
        return text.replaceAll("\\p{Cntrl}", "?").replaceAll("([\\\\`*_{}\\[\\]<>()#|~!&])", "\\\\$1");
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
