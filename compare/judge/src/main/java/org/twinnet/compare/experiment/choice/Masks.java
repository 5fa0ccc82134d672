package org.twinnet.compare.experiment.choice;

import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/**
 * Where dropout masks come from: NumPy's {@code rand(units, m)} below the probability to keep, layer after layer.
 *
 * @param kind how masks follow each other
 * @param seed seed of NumPy's {@code RandomState}
 */
public record Masks(
        @Default("published") MaskKind kind,

        @Allowed(from = 0, to = Initialization.LARGEST_SEED) @Default("1")
        long seed) {

    /** The notebook's masks with its seed. */
    public static final Masks DEFAULT = new Masks(MaskKind.PUBLISHED, 1);

    /**
     * Checks the seed.
     *
     * @param kind how masks follow each other
     * @param seed seed of NumPy's {@code RandomState}
     * @throws SettingException if the seed is not 0 to 2³² − 1
     */
    public Masks {
        Components.check(Masks.class, kind, seed);
    }
}
