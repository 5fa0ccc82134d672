package org.twinnet.dl4j.runtime;

import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The BLAS beneath ND4J. */
final class OpenBlas {
    /** The environment variable that chooses the kernel when OpenBLAS loads, instead of the processor's own. */
    static final String CORE_VARIABLE = "OPENBLAS_CORETYPE";

    private static final String LIBRARY = "openblas_nolapack@";

    /** RTLD_LAZY without RTLD_GLOBAL, as in Linux's dlfcn.h. */
    private static final int LAZY_AND_LOCAL = 1;

    private OpenBlas() {}

    /** One thread for every product, in the whole process: OpenBLAS has no smaller scope. */
    static void useOneThread() {
        openblas_nolapack.blas_set_num_threads(1);
    }

    /** Version and build, such as {@code OpenBLAS 0.3.19 DYNAMIC_ARCH NO_AFFINITY Haswell MAX_THREADS=64}. */
    static String description() {
        return call("openblas_get_config");
    }

    /** The kernel in use, such as {@code Haswell}. */
    static String core() {
        return call("openblas_get_corename");
    }

    /**
     * Calls a function without arguments that returns a name. JavaCPP's binding lacks these functions; JNA, which ND4J
     * brings along, finds them in the library that is loaded already.
     *
     * <p>The process holds two copies of OpenBLAS, with and without LAPACK. Opening one of them for global symbols, as
     * JNA does by default, lets memory of one copy be freed by the other and ends in a crash; hence the flags.
     */
    private static String call(String function) {
        String library = Loader.getLoadedLibraries().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(LIBRARY))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (library == null || !"Linux".equals(System.getProperty("os.name"))) {
            return "unknown";
        }
        try {
            return NativeLibrary.getInstance(library, Map.of(Library.OPTION_OPEN_FLAGS, LAZY_AND_LOCAL))
                    .getFunction(function)
                    .invokeString(new Object[0], false);
        } catch (LinkageError | RuntimeException e) {
            // JNA lacks this processor, or the BLAS is another one: the name is for the report only.
            return "unknown";
        }
    }
}
