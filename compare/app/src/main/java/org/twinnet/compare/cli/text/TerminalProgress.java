package org.twinnet.compare.cli.text;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.twinnet.compare.experiment.ProgressListener;

/** A progress bar on the terminal's error stream; nothing where there is no terminal. */
public final class TerminalProgress implements ProgressListener, AutoCloseable {

    /** A run is foretold once it has gone on for so long, */
    private static final Duration SEEN = Duration.ofSeconds(5);

    /** if so much is left. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private final ProgressBar bar;
    private final String shorter;
    private final Map<String, String> besides = new LinkedHashMap<>();

    private TerminalProgress(ProgressBar bar, String shorter) {
        this.bar = bar;
        this.shorter = shorter;
    }

    /**
     * Begins a task; silent when asked to be, or when a person cannot be watching.
     *
     * @param iterations so many iterations
     * @param shorter options that make it shorter, which are named where it takes long
     * @param quiet whether to be silent
     * @return a listener to be closed
     */
    public static TerminalProgress start(long iterations, String shorter, boolean quiet) {
        if (quiet || !Terminal.isWatched()) {
            return new TerminalProgress(null, shorter);
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Training")
                .setInitialMax(iterations)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
        return new TerminalProgress(bar, shorter);
    }

    @Override
    public synchronized void advanced(String scenario, int iterations) {
        if (bar != null) {
            bar.stepBy(iterations);
            tell();
        }
    }

    @Override
    public synchronized void working(String scenario, String work, int finished, int all) {
        if (finished >= all) {
            besides.remove(scenario);
        } else {
            besides.put(
                    scenario,
                    scenario + ": "
                            + (all == 1 ? work : String.format(Locale.ROOT, "%s %d of %d", work, finished, all)));
        }
        if (bar != null) {
            tell();
        }
    }

    private void tell() {
        bar.setExtraMessage(message(bar.getElapsedAfterStart(), (double) bar.getCurrent() / bar.getMax()));
    }

    /**
     * What stands behind the bar: options that make a long run shorter, or else what goes on beside the iterations.
     * Both are short, so that a bar is left on a terminal of 80 columns.
     *
     * @param elapsed since the start
     * @param share of the iterations that are done
     * @return one short line
     */
    synchronized String message(Duration elapsed, double share) {
        Duration left =
                share > 0 ? Duration.ofMillis((long) (elapsed.toMillis() / share * (1 - share))) : Duration.ZERO;
        if (!shorter.isEmpty() && elapsed.compareTo(SEEN) >= 0 && left.compareTo(LONG) > 0) {
            return " shorter: " + shorter;
        }
        return besides.values().stream().findFirst().map(work -> " " + work).orElse("");
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
