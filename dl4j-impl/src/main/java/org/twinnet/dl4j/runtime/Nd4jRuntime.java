package org.twinnet.dl4j.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.twinnet.dl4j.engine.FastNdArrayFactory;
import org.twinnet.dl4j.engine.FastOpExecutioner;
import org.twinnet.dl4j.engine.FastShapeInfoProvider;
import org.twinnet.dl4j.memory.Precision;

/**
 * ND4J in this JVM: started quietly, with the caches of {@code org.twinnet.dl4j.engine} if the version is the one they
 * were made for. Start it before anything else touches ND4J; everything in this package does so itself.
 *
 * <p>ND4J reads its system properties once, when its first class loads, and exists once in a JVM. That is why starting
 * is static and remembered here: a second start, from any thread, returns the first one's result.
 */
public final class Nd4jRuntime {
    /** The only version whose internals the caches know. */
    public static final String SUPPORTED_VERSION = "1.0.0-M2.1";

    private static Nd4jRuntime started;
    private static String failure;

    private final Caches caches;
    private final String nd4jVersion;

    /** Whether ND4J runs with the caches of the fast engine. */
    public enum Caches {
        /** They are in use; a network of the plain engine passes them by. */
        ON("the fast caches are on"),
        /** The JVM was started with the plain engine. */
        OFF_BY_REQUEST("the fast caches are off: ND4J was started for the plain engine"),
        /** ND4J or Deeplearning4j has another version than {@link #SUPPORTED_VERSION}. */
        OFF_OTHER_VERSION("the fast caches are off: they are made for ND4J and Deeplearning4j " + SUPPORTED_VERSION
                + " only; training works, but slower"),
        /** ND4J was in use before the start, or its system properties are set to something else. */
        OFF_ND4J_CONFIGURED_ELSEWHERE("the fast caches are off: ND4J was used before Nd4jRuntime.start(), or its system"
                + " properties opexec, shapeinfoprovider or ndarrayfactory.class are set; training works, but slower");

        private final String explanation;

        Caches(String explanation) {
            this.explanation = explanation;
        }

        /**
         * Says it in words.
         *
         * @return half a sentence
         */
        public String explanation() {
            return explanation;
        }
    }

    private Nd4jRuntime(Caches caches, String nd4jVersion) {
        this.caches = caches;
        this.nd4jVersion = nd4jVersion;
    }

    /**
     * Starts ND4J for the fast engine, unless it is started already.
     *
     * @return the runtime of this JVM
     * @throws Nd4jUnavailableException if ND4J can't start on this machine
     */
    public static Nd4jRuntime start() {
        return start(Engine.FAST);
    }

    /**
     * Starts ND4J, unless it is started already; the first start decides for the whole JVM.
     *
     * @param engine {@link Engine#PLAIN} to plug nothing in, for measurements of ND4J as it is delivered
     * @return the runtime of this JVM
     * @throws Nd4jUnavailableException if ND4J can't start on this machine
     */
    public static synchronized Nd4jRuntime start(Engine engine) {
        if (failure != null) {
            // A second attempt would only say that a class could not be initialised.
            throw new Nd4jUnavailableException(failure);
        }
        if (started == null) {
            failure = OpenMp.fault(System.getenv(OpenMp.VARIABLE)).orElse(null);
            if (failure != null) {
                throw new Nd4jUnavailableException(failure);
            }
            try {
                started = bootByOwnLoader(engine);
            } catch (LinkageError | RuntimeException e) {
                failure = Nd4jUnavailableException.message(e);
                throw new Nd4jUnavailableException(failure);
            }
        }
        return started;
    }

    /**
     * ND4J keeps the context class loader of the thread that starts it, and finds its backend by that. A pooled thread
     * has the system's, which knows nothing of a plugin's or a test runner's class path.
     */
    private static Nd4jRuntime bootByOwnLoader(Engine engine) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Nd4jRuntime.class.getClassLoader());
        try {
            return boot(engine);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Nd4jRuntime boot(Engine engine) {
        String version = version("org.nd4j", "nd4j-native");
        Caches caches = choose(
                engine,
                List.of(version, version("org.nd4j", "nd4j-api"), version("org.deeplearning4j", "deeplearning4j-nn")));
        // Thirteen lines about the machine at every start help nobody who reads a report.
        setDefault("org.nd4j.log.initialization", "false");
        if (caches == Caches.ON) {
            setDefault("shapeinfoprovider", FastShapeInfoProvider.class.getName());
            setDefault("opexec", FastOpExecutioner.class.getName());
            setDefault("ndarrayfactory.class", FastNdArrayFactory.class.getName());
            // JavaCPP would read the resident memory of the process for every pointer; NativeMemoryGuard does it
            // rarely.
            setDefault("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        }
        if (engine == Engine.FAST) {
            OpenMp.useOneThread();
        }
        boolean fastExecutioner = Nd4j.getExecutioner() instanceof FastOpExecutioner;
        if (caches == Caches.ON) {
            OpenBlas.useOneThread();
            boolean complete = fastExecutioner
                    && Nd4j.getShapeInfoProvider() instanceof FastShapeInfoProvider
                    && Nd4j.factory() instanceof FastNdArrayFactory;
            caches = complete ? Caches.ON : Caches.OFF_ND4J_CONFIGURED_ELSEWHERE;
        }
        return new Nd4jRuntime(caches, version);
    }

    /** The caches for the versions found; they need all of them to be the supported one. */
    static Caches choose(Engine engine, List<String> versions) {
        if (engine == Engine.PLAIN) {
            return Caches.OFF_BY_REQUEST;
        }
        return versions.stream().allMatch(SUPPORTED_VERSION::equals) ? Caches.ON : Caches.OFF_OTHER_VERSION;
    }

    /** A property that the user set on the command line stays. */
    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The version of an artifact on the class path, read without loading a class of it. */
    private static String version(String group, String artifact) {
        String resource = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream in = Nd4jRuntime.class.getClassLoader().getResourceAsStream(resource)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown version");
        } catch (IOException e) {
            return "unknown version";
        }
    }

    /**
     * Whether the fast engine's caches are in use, and why not.
     *
     * @return the state, fixed for the life of the JVM
     */
    public Caches caches() {
        return caches;
    }

    /**
     * Lets ND4J's operations use one thread when the calling thread runs them. The number belongs to the thread, so
     * every training thread needs this; a {@code Dl4jNetwork} of the fast engine does it itself. On small arrays more
     * threads only wait for each other, on a busy machine for a long time.
     */
    public void prepareThread() {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }

    /**
     * What computes: versions of Deeplearning4j and ND4J, ND4J's backend, the BLAS with its kernel and threads.
     *
     * @return names {@code DL4J}, {@code ND4J}, {@code backend}, {@code BLAS}, in this order, with what could be found
     */
    public Map<String, String> versions() {
        Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("DL4J", version("org.deeplearning4j", "deeplearning4j-nn"));
        versions.put("ND4J", nd4jVersion);
        versions.put("backend", String.valueOf(environment.get("backend")));
        versions.put("BLAS", OpenBlas.description() + ", kernel " + OpenBlas.core());
        return Collections.unmodifiableMap(versions);
    }

    /**
     * Proves that the products which a network needs are right on this machine; see {@link BlasSelfTest}. Run it before
     * the first comparison in a JVM.
     *
     * @param layerSizes the number of inputs, then the units of each layer
     * @param examples m
     * @param precision what its arrays hold
     * @return what was checked
     * @throws IllegalStateException if a product is wrong; the message names the kernel and what to do
     */
    public BlasSelfTest.Result selfTest(List<Integer> layerSizes, int examples, Precision precision) {
        prepareThread();
        return BlasSelfTest.ofNd4j(precision).run(layerSizes, examples);
    }
}
