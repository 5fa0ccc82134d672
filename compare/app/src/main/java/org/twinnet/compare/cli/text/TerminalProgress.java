package org.twinnet.compare.cli.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.twinnet.compare.experiment.ProgressListener;

/** A progress bar on the terminal's error stream; nothing where there is no terminal. */
public final class TerminalProgress implements ProgressListener, AutoCloseable {

    private final ProgressBar bar;
    private final Map<String, Long> done = new LinkedHashMap<>();
    private final Map<String, String> besides = new LinkedHashMap<>();

    private TerminalProgress(ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * Begins a task; silent when asked to be, or when a person cannot be watching.
     *
     * @param iterations so many iterations
     * @param quiet whether to be silent
     * @return a listener to be closed
     */
    public static TerminalProgress start(long iterations, boolean quiet) {
        if (quiet || !Terminal.isWatched()) {
            return new TerminalProgress(null);
        }
        return new TerminalProgress(new ProgressBarBuilder()
                .setTaskName("Training")
                .setInitialMax(iterations)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" it", 1)
                .showSpeed()
                .setUpdateIntervalMillis(200)
                .build());
    }

    @Override
    public synchronized void advanced(String scenario, int iterations) {
        done.merge(scenario, (long) iterations, Long::sum);
        if (bar != null) {
            bar.stepBy(iterations);
            bar.setExtraMessage(message());
        }
    }

    @Override
    public synchronized void working(String scenario, String work, int finished, int all) {
        done.merge(scenario, 0L, Long::sum);
        if (finished >= all) {
            besides.remove(scenario);
        } else {
            besides.put(scenario, all == 1 ? work : String.format(Locale.ROOT, "%s %d of %d", work, finished, all));
        }
        if (bar != null) {
            bar.setExtraMessage(message());
        }
    }

    /** What stands behind the bar: of each scenario the iterations of all its runs, and what goes on beside them. */
    synchronized String message() {
        return done.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue()
                        + (besides.containsKey(entry.getKey()) ? " (" + besides.get(entry.getKey()) + ")" : ""))
                .collect(Collectors.joining(", ", " ", ""));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
