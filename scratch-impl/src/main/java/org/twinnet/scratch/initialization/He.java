package org.twinnet.scratch.initialization;

/**
 * He's initialization: Wˡ = randn(nˡ, nˡ⁻¹) · √(2/nˡ⁻¹).
 *
 * <p>A ReLU passes half of the variance, which the 2 makes up for. Source: He et al., Delving Deep into Rectifiers,
 * ICCV 2015.
 *
 * @param seed weight seed, 0 to 2³² − 1
 */
public record He(long seed) implements Initialization {

    @Override
    public double weight(double normal, int inputs, int units) {
        return normal * Math.sqrt(2.0 / inputs);
    }
}
