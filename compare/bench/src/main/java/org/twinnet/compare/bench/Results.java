package org.twinnet.compare.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.experiment.Scenario;

/** Measurements by contestant, scenario and round, and what failed. */
final class Results {

    private record Entry(Contestant contestant, Scenario scenario) {}

    private final Map<Contestant, Map<Scenario, Map<Integer, Measurement>>> measurements =
            new EnumMap<>(Contestant.class);
    private final Set<Entry> failed = new HashSet<>();
    private final List<String> failures = new ArrayList<>();

    void add(Contestant contestant, Scenario scenario, int round, Measurement measurement) {
        measurements
                .computeIfAbsent(contestant, c -> new EnumMap<>(Scenario.class))
                .computeIfAbsent(scenario, s -> new TreeMap<>())
                .put(round, measurement);
    }

    void fail(Contestant contestant, Scenario scenario, String message) {
        failed.add(new Entry(contestant, scenario));
        fail(message);
    }

    void fail(String message) {
        failures.add(message);
    }

    boolean hasFailed(Contestant contestant, Scenario scenario) {
        return failed.contains(new Entry(contestant, scenario));
    }

    /** The measurements of one contestant in one scenario by round; empty if there are none. */
    Map<Integer, Measurement> of(Contestant contestant, Scenario scenario) {
        return measurements.getOrDefault(contestant, Map.of()).getOrDefault(scenario, Map.of());
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
