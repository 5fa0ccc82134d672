package org.twinnet.compare.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.twinnet.compare.experiment.ProgressListener;

/** A progress bar on the terminal's error stream; nothing where there is no terminal. */
final class TerminalProgress implements ProgressListener, AutoCloseable {

    private final ProgressBar bar;
    private final Map<String, Long> done = new LinkedHashMap<>();

    private TerminalProgress(ProgressBar bar) {
        this.bar = bar;
    }

    /** Begins a task of so many iterations; silent when asked to be, or when a person cannot be watching. */
    static TerminalProgress start(long iterations, boolean quiet) {
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
        if (bar != null) {
            done.merge(scenario, (long) iterations, Long::sum);
            bar.stepBy(iterations);
            bar.setExtraMessage(done.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", ", " ", "")));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
