package org.twinnet.compare.experiment.choice;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/** Where the first weights come from; biases begin at 0 unless a file says otherwise. */
public sealed interface Initialization extends Choice {

    /** The largest seed that NumPy takes, 2³² − 1. */
    long LARGEST_SEED = 0xFFFF_FFFFL;

    /**
     * The notebook's: NumPy's {@code randn(units, inputs)} divided by √inputs, layer after layer.
     *
     * @param seed seed of NumPy's {@code RandomState}
     */
    record ScaledGaussian(
            @Allowed(from = 0, to = LARGEST_SEED) @Default("3")
            long seed) implements Initialization {

        /**
         * Checks the seed.
         *
         * @param seed seed of NumPy's {@code RandomState}
         * @throws SettingException if it is not 0 to 2³² − 1
         */
        public ScaledGaussian {
            Components.check(ScaledGaussian.class, seed);
        }
    }

    /**
     * He's: NumPy's {@code randn(units, inputs)} times √(2/inputs), layer after layer.
     *
     * @param seed seed of NumPy's {@code RandomState}
     */
    record He(
            @Allowed(from = 0, to = LARGEST_SEED) @Default("3")
            long seed) implements Initialization {

        /**
         * Checks the seed.
         *
         * @param seed seed of NumPy's {@code RandomState}
         * @throws SettingException if it is not 0 to 2³² − 1
         */
        public He {
            Components.check(He.class, seed);
        }
    }

    /**
     * Xavier's: NumPy's {@code randn(units, inputs)} times √(2/(inputs + units)), layer after layer.
     *
     * @param seed seed of NumPy's {@code RandomState}
     */
    record Xavier(
            @Allowed(from = 0, to = LARGEST_SEED) @Default("3")
            long seed) implements Initialization {

        /**
         * Checks the seed.
         *
         * @param seed seed of NumPy's {@code RandomState}
         * @throws SettingException if it is not 0 to 2³² − 1
         */
        public Xavier {
            Components.check(Xavier.class, seed);
        }
    }

    /**
     * Given numbers, so that a network can start where another one did.
     *
     * @param file an {@code .npz} with an array for each tensor of parameters: W1, b1, W2, …
     */
    record File(String file) implements Initialization {

        /**
         * Checks the name, not the file.
         *
         * @param file an {@code .npz} with an array for each tensor of parameters
         * @throws SettingException if no file can have this name
         */
        public File {
            if (!isPath(file)) {
                throw new SettingException("file", "is '" + file + "'; allowed: the path of a file");
            }
        }

        private static boolean isPath(String file) {
            try {
                return !Path.of(file).toString().isEmpty();
            } catch (InvalidPathException e) {
                return false;
            }
        }
    }
}
