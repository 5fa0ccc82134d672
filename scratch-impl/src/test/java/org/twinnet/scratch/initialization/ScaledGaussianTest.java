package org.twinnet.scratch.initialization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.random.NumpyRandom;

class ScaledGaussianTest {

    @Test
    void should_draw_the_weights_of_the_notebook() {
        // NumPy 2.4.6: np.random.seed(3); np.random.randn(3, 2) / np.sqrt(2); np.random.randn(1, 3) / np.sqrt(3)
        Parameters parameters = new ScaledGaussian(3).draw(new NetworkConfig(List.of(2, 3, 1)));

        assertArrayEquals(
                new double[][] {
                    {0x1.43c6be20144b7p+0, 0x1.3c111fe8ff5e2p-2},
                    {0x1.177c8cac7f707p-4, -0x1.515405afd1d67p+0},
                    {-0x1.91b3766dca1cbp-3, -0x1.00df78f5a4c48p-2}
                },
                parameters.W(1).toArray());
        assertArrayEquals(
                new double[][] {{-0x1.8756a9e0f9aeap-5, -0x1.72afde4cbe526p-2, -0x1.9e7d5025ebb8ap-6}},
                parameters.W(2).toArray());
    }

    @Test
    void should_draw_all_layers_from_one_stream_scaled_by_their_own_fan_in() {
        NetworkConfig config = new NetworkConfig(List.of(3, 5, 2, 1));
        Parameters parameters = new ScaledGaussian(11).draw(config);
        NumpyRandom stream = new NumpyRandom(11);

        for (int l = 1; l <= 3; l++) {
            for (int i = 0; i < config.units(l); i++) {
                for (int k = 0; k < config.units(l - 1); k++) {
                    assertEquals(
                            stream.normal() / Math.sqrt(config.units(l - 1)),
                            parameters.W(l).get(i, k));
                }
                assertEquals(0, parameters.b(l).get(i, 0));
            }
        }
    }

    @Test
    void should_refuse_a_seed_out_of_range() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ScaledGaussian(1L << 32).draw(new NetworkConfig(List.of(2, 1))));
    }
}
