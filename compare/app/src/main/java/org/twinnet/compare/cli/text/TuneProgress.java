package org.twinnet.compare.cli.text;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.space.SettingText;

/**
 * Candidates done of all, the best so far and the time left, on the terminal's error stream; nothing where there is no
 * terminal.
 */
public final class TuneProgress implements AutoCloseable {

    private final ProgressBar bar;
    private final Metric metric;
    private CandidateResult best;

    private TuneProgress(ProgressBar bar, Metric metric) {
        this.bar = bar;
        this.metric = metric;
    }

    /**
     * Begins with what an earlier run has done, which says nothing of the time that the rest takes.
     *
     * @param candidates how many in all
     * @param done results of the earlier run
     * @param metric which scores are better
     * @param quiet whether to be silent
     * @return a progress to be closed
     */
    public static TuneProgress start(int candidates, List<CandidateResult> done, Metric metric, boolean quiet) {
        TuneProgress progress =
                new TuneProgress(quiet || !Terminal.isWatched() ? null : bar(candidates, done.size()), metric);
        done.forEach(progress::compare);
        return progress;
    }

    private static ProgressBar bar(int candidates, int done) {
        return new ProgressBarBuilder()
                .setTaskName("Tuning")
                .setInitialMax(candidates)
                .startsFrom(done, Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" candidates", 1)
                .setUpdateIntervalMillis(200)
                .build();
    }

    /**
     * Hears of a new result.
     *
     * @param result the result
     */
    public synchronized void finished(CandidateResult result) {
        compare(result);
        if (bar != null) {
            bar.step();
            bar.setExtraMessage(message());
        }
    }

    private void compare(CandidateResult result) {
        if (result.score().isPresent() && (best == null || loss(result) < loss(best))) {
            best = result;
        }
    }

    /** What stands behind the bar. */
    synchronized String message() {
        return best == null
                ? " none complete yet"
                : String.format(
                        Locale.ROOT,
                        " best %s %.5f (%s)",
                        metric.label(),
                        best.score().getAsDouble(),
                        words(best.proposal().setting().values()));
    }

    /** A setting as people call it, in the letters of any terminal. */
    private static String words(Map<String, Object> setting) {
        return setting.entrySet().stream()
                .map(entry -> SettingWords.column(entry.getKey()).in(Texts.of(Language.EN)) + " "
                        + (entry.getValue() instanceof Double number
                                ? String.format(Locale.ROOT, "%.4g", number)
                                : SettingText.of(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private double loss(CandidateResult result) {
        return metric.loss(result.score().getAsDouble());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
