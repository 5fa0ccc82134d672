package org.twinnet.compare.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.bench.result.ChildFailedException;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.bench.result.MemoryPoint;

/**
 * The measurements as processes: Java ones in this JVM's own binary and class path with default options, NumPy's in
 * {@code python3}.
 */
final class Commands {

    private static final String PYTHON = "python3";

    private final ChildProcess processes;
    private final Path script;

    Commands(ChildProcess processes, Path folder) throws IOException {
        this.processes = processes;
        this.script = folder.resolve("numpy_bench.py");
        script.toFile().deleteOnExit();
        try (InputStream resource = Commands.class.getResourceAsStream("numpy_bench.py")) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The version of NumPy in {@code python3}; fails if there is none. */
    String numpyVersion() throws ChildFailedException, InterruptedException {
        List<String> lines = processes.run(List.of(PYTHON, "-c", "import numpy; print(numpy.__version__)"), true, null);
        return lines.isEmpty() ? "of unknown version" : lines.get(lines.size() - 1);
    }

    /** Runs a task; {@code inputs} is the number of features of its data. */
    Measurement speed(Task task, int inputs) throws ChildFailedException, InterruptedException {
        boolean oneThread = task.contestant().oneThread();
        if (task.contestant() == Contestant.NUMPY) {
            List<String> command = new ArrayList<>(List.of(PYTHON, "-"));
            command.addAll(task.numpyArguments(inputs));
            return Measurement.parse(processes.run(command, oneThread, script));
        }
        return Measurement.parse(processes.run(java(BenchChild.SPEED, task.arguments()), oneThread, null));
    }

    /** Trains the DL4J twin and looks at its memory after so many iterations. */
    List<MemoryPoint> memory(Path data, List<Integer> checkpoints) throws ChildFailedException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(data.toString()));
        checkpoints.forEach(iterations -> arguments.add(String.valueOf(iterations)));
        return MemoryPoint.parse(processes.run(java(BenchChild.MEMORY, arguments), false, null));
    }

    private static List<String> java(String job, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(job));
        all.addAll(arguments);
        return ChildProcess.java(BenchChild.class, all);
    }
}
