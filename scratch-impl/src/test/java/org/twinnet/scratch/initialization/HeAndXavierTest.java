package org.twinnet.scratch.initialization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.network.NetworkConfig;

/** Golden numbers: NumPy 1.24.2, {@code r = RandomState(3)}, {@code r.randn(3, 2) * s}, {@code r.randn(1, 3) * s}. */
@DisplayName("The initializations of He and of Xavier")
class HeAndXavierTest {

    private static final NetworkConfig CONFIG = new NetworkConfig(List.of(2, 3, 1));

    @Test
    void should_scale_by_the_root_of_2_over_inputs() {
        Parameters parameters = new He(3).draw(CONFIG);

        assertArrayEquals(
                new double[][] {
                    {0x1.c9e38e3e13df2p+0, 0x1.befc703152c8ap-2},
                    {0x1.8b40edd841de6p-4, -0x1.dd0ddb9948fd7p+0},
                    {-0x1.1c0ba72861dcdp-2, -0x1.6b45f017b0c89p-2}
                },
                parameters.W(1).toArray());
        assertArrayEquals(
                new double[][] {{-0x1.14b7d73d6f880p-4, -0x1.061d8313ee9e7p-1, -0x1.25169d652adc2p-5}},
                parameters.W(2).toArray());
    }

    @Test
    void should_scale_by_the_root_of_2_over_inputs_and_units() {
        Parameters parameters = new Xavier(3).draw(CONFIG);

        assertArrayEquals(
                new double[][] {
                    {0x1.2198280b626f3p+0, 0x1.1ab2e6176b2c9p-2},
                    {0x1.f3f5efb21ca3bp-5, -0x1.2db72ca3d4456p+0},
                    {-0x1.674ad57e656e6p-3, -0x1.cb821edb79fcep-3}
                },
                parameters.W(1).toArray());
        assertArrayEquals(
                new double[][] {{-0x1.df4a34143110bp-5, -0x1.c5ff3a63ff549p-2, -0x1.fba4d645a0a16p-6}},
                parameters.W(2).toArray());
        assertArrayEquals(new double[][] {{0}}, parameters.b(2).toArray());
    }
}
