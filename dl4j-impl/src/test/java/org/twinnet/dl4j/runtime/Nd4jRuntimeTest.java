package org.twinnet.dl4j.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.twinnet.dl4j.Dl4jNetwork;
import org.twinnet.dl4j.Dl4jSettings;
import org.twinnet.dl4j.Examples;
import org.twinnet.dl4j.Problems;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.witness.SameDiffWitness;

class Nd4jRuntimeTest {

    @Test
    void should_be_the_same_from_every_thread_and_every_engine() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Nd4jRuntime>> starts = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
                Engine engine = k % 2 == 0 ? Engine.FAST : Engine.PLAIN;
                starts.add(() -> Nd4jRuntime.start(engine));
            }
            for (Future<Nd4jRuntime> runtime : pool.invokeAll(starts)) {
                assertSame(Nd4jRuntime.start(), runtime.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void should_keep_nd4j_from_describing_the_machine_in_the_log() {
        Nd4jRuntime.start();
        assertEquals("false", System.getProperty("org.nd4j.log.initialization"));
    }

    @Test
    void should_plug_the_caches_into_the_supported_version_only() {
        String supported = Nd4jRuntime.SUPPORTED_VERSION;
        assertEquals(Nd4jRuntime.Caches.ON, Nd4jRuntime.choose(Engine.FAST, List.of(supported, supported)));
        for (String other : List.of("1.0.0-M2.2", "1.0.0-M2", "unknown version")) {
            assertEquals(
                    Nd4jRuntime.Caches.OFF_OTHER_VERSION,
                    Nd4jRuntime.choose(Engine.FAST, List.of(supported, other)),
                    other);
        }
        assertEquals(Nd4jRuntime.Caches.OFF_BY_REQUEST, Nd4jRuntime.choose(Engine.PLAIN, List.of(supported)));
        assertEquals(
                "the fast caches are off: they are made for ND4J and Deeplearning4j 1.0.0-M2.1 only; training works,"
                        + " but slower",
                Nd4jRuntime.Caches.OFF_OTHER_VERSION.explanation());
    }

    @Test
    void should_name_what_computes() {
        Map<String, String> versions = Nd4jRuntime.start().versions();
        assertEquals(List.of("DL4J", "ND4J", "backend", "BLAS"), List.copyOf(versions.keySet()));
        assertEquals("1.0.0-M2.1", versions.get("DL4J"));
        assertEquals("1.0.0-M2.1", versions.get("ND4J"));
        assertEquals("CPU", versions.get("backend"));
        assertTrue(versions.get("BLAS").contains("kernel"), versions.get("BLAS"));
    }

    @Test
    void should_give_the_calling_thread_one_thread() throws Exception {
        Nd4jRuntime runtime = Nd4jRuntime.start();
        Thread thread = new Thread(() -> {
            runtime.prepareThread();
            assertEquals(1, NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
        });
        List<Throwable> failures = new ArrayList<>();
        thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
        thread.start();
        thread.join();
        assertEquals(List.of(), failures);
    }

    /** Trains a little; the main class of other JVMs. */
    public static final class Training {
        private Training() {}

        /**
         * Trains two iterations and reports the caches.
         *
         * @param args none
         */
        public static void main(String[] args) {
            double[][] features = Problems.features(1, 10, 2);
            Examples examples = Examples.of(features, Problems.labels(features));
            try (Dl4jNetwork network =
                    Dl4jNetwork.create(Dl4jSettings.of(List.of(2, 3, 1), 0.1), examples, DropoutChoice.none())) {
                network.fit();
                network.fit();
                new SameDiffWitness(Dl4jSettings.of(List.of(2, 3, 1), 0.1), examples, DropoutChoice.none())
                        .evaluate(network.state().parameters(), 0);
            }
            System.out.println(Nd4jRuntime.start().caches());
        }
    }

    @Test
    void should_start_and_train_without_a_word() throws Exception {
        ChildJvm.Result result = ChildJvm.run(Training.class);
        assertEquals(new ChildJvm.Result(0, "ON" + System.lineSeparator(), ""), result);
    }

    @Test
    void should_train_without_caches_where_the_user_configured_nd4j() throws Exception {
        ChildJvm.Result result =
                ChildJvm.run(Training.class, "-Dopexec=org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner");
        assertEquals("OFF_ND4J_CONFIGURED_ELSEWHERE", result.output().strip());
        assertEquals(0, result.exitCode());
    }

    /** Starts after somebody else used ND4J. */
    public static final class Late {
        private Late() {}

        /**
         * Uses ND4J first.
         *
         * @param args none
         */
        public static void main(String[] args) {
            Nd4j.create(1);
            Training.main(args);
        }
    }

    @Test
    void should_train_without_caches_if_nd4j_was_in_use_before() throws Exception {
        ChildJvm.Result result = ChildJvm.run(Late.class);
        assertTrue(result.output().strip().endsWith("OFF_ND4J_CONFIGURED_ELSEWHERE"), result.output());
    }

    /** Starts twice where that can't work. */
    public static final class Unavailable {
        private Unavailable() {}

        /**
         * Prints both messages.
         *
         * @param args none
         */
        public static void main(String[] args) {
            for (int k = 0; k < 2; k++) {
                try {
                    Nd4jRuntime.start();
                } catch (Nd4jUnavailableException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    @Test
    void should_say_in_one_line_twice_the_same_what_to_do_if_native_code_is_missing() throws Exception {
        ChildJvm.Result result =
                ChildJvm.run(Unavailable.class, jar -> !jar.matches(".*-(linux|macosx|windows)-[^/\\\\]*\\.jar"));
        List<String> lines = result.output().strip().lines().toList();
        assertEquals(2, lines.size(), result.output());
        assertEquals(lines.get(0), lines.get(1));
        assertTrue(
                lines.get(0)
                        .matches("Starting ND4J failed \\(UnsatisfiedLinkError: [^\n]*\\) on .*: put the jars"
                                + " nd4j-native, openblas and javacpp with this platform's classifier.*"),
                lines.get(0));
    }

    @Test
    void should_say_what_to_do_if_the_backend_is_missing() throws Exception {
        ChildJvm.Result result = ChildJvm.run(Unavailable.class, jar -> !jar.contains("nd4j-native-1"));
        List<String> lines = result.output().strip().lines().toList();
        assertEquals(2, lines.size(), result.output() + result.errors());
        assertTrue(lines.get(0).startsWith("Starting ND4J failed ("), lines.get(0));
    }

    /** Asks OpenMP how large a team of a thread is that nobody prepared. */
    public static final class Team {
        private Team() {}

        /**
         * Prints the size.
         *
         * @param args none
         */
        public static void main(String[] args) throws InterruptedException {
            Nd4jRuntime.start();
            Thread thread = new Thread(() -> System.out.println(
                    NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads()));
            thread.start();
            thread.join();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void should_have_teams_of_one_in_every_thread_where_the_user_says_nothing() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one processor has teams of one anyway");
        ChildJvm.Result one = new ChildJvm.Result(0, "1" + System.lineSeparator(), "");
        assertEquals(one, ChildJvm.runWithout(OpenMp.VARIABLE, Team.class));
        // ND4J complains in its log of a value that is no number
        assertEquals(
                "1",
                ChildJvm.run(Team.class, Map.of(OpenMp.VARIABLE, "")).output().strip());
    }

    @Test
    void should_leave_the_number_that_the_user_chose() throws Exception {
        assertEquals(
                "2",
                ChildJvm.run(Team.class, Map.of(OpenMp.VARIABLE, "2")).output().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", " ", "0", "-1", "4,2", " 2", "99999"})
    void should_say_that_the_number_of_threads_is_none(String value) {
        assertEquals(
                "The environment variable OMP_NUM_THREADS is \"" + value
                        + "\", and ND4J needs a whole number from 1 to 9999 there: set it to 1, or unset it.",
                OpenMp.fault(value).orElseThrow());
    }

    @Test
    void should_name_the_variable_before_any_library_loads() throws Exception {
        ChildJvm.Result result = ChildJvm.run(Unavailable.class, Map.of(OpenMp.VARIABLE, "abc"));
        List<String> lines = result.output().lines().toList();
        assertEquals(2, lines.size(), result.output());
        assertEquals(OpenMp.fault("abc").orElseThrow(), lines.get(0));
        assertEquals(lines.get(0), lines.get(1));
        assertEquals("", result.errors());
    }

    /** The words of the dynamic linker where the folder is mounted noexec. */
    @Test
    void should_name_the_folder_that_native_code_cannot_be_loaded_from() throws Exception {
        String library = Loader.getCacheDir() + "/x.jar/libjnix.so";
        String message = Nd4jUnavailableException.message(new ExceptionInInitializerError(
                new UnsatisfiedLinkError(library + ": failed to map segment from shared object")));
        assertTrue(
                message.matches("Starting ND4J failed \\(UnsatisfiedLinkError: \\Q" + library
                        + "\\E: failed to map segment from shared object\\) on .*: its native code was unpacked to \\Q"
                        + Loader.getCacheDir()
                        + "\\E and can't be loaded from there\\. The folder needs 400 MB, of which"
                        + " [0-9]+ MB are free, on a file system that is not mounted noexec: name another one with"
                        + " -Dorg\\.bytedeco\\.javacpp\\.cachedir=DIR\\."),
                message);
    }
}
