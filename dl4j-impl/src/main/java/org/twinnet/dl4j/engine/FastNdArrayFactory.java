package org.twinnet.dl4j.engine;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutionerUtil;
import org.nd4j.linalg.cpu.nativecpu.CpuNDArrayFactory;
import org.nd4j.linalg.cpu.nativecpu.blas.CpuLevel2;
import org.nd4j.linalg.cpu.nativecpu.blas.CpuLevel3;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Matrix products without the preparation that nobody uses: the stock levels copy operands of differing memory order
 * into parameters of a BLAS call that was commented out long ago, and then run the operation {@code matmul} on the
 * originals. Here only {@code matmul} runs, on the same operands.
 */
public final class FastNdArrayFactory extends CpuNDArrayFactory {
    /**
     * Creates the factory; ND4J calls this by reflection.
     *
     * @param dataType the default data type
     * @param order the default memory order
     */
    public FastNdArrayFactory(DataType dataType, char order) {
        super(dataType, order);
    }

    @Override
    public void createLevel2() {
        level2 = new Level2();
    }

    @Override
    public void createLevel3() {
        level3 = new Level3();
    }

    /** Multiplies if that is a plain product of matrices that fit; what doesn't fit, the stock levels report. */
    private static boolean multiply(INDArray a, INDArray b, INDArray c, double alpha, double beta) {
        boolean fits = a.rank() == 2
                && b.rank() == 2
                && c.rank() == 2
                && a.size(1) == b.size(0)
                && c.size(0) == a.size(0)
                && c.size(1) == b.size(1);
        if (fits && !PlainSection.isOpen() && Nd4j.getExecutioner() instanceof FastOpExecutioner executioner) {
            executioner.multiply(a, b, c, alpha, beta);
            OpExecutionerUtil.checkForAny(c);
            return true;
        }
        return false;
    }

    private static final class Level2 extends CpuLevel2 {
        @Override
        public void gemv(char order, char transA, double alpha, INDArray a, INDArray x, double beta, INDArray y) {
            if (!multiply(a, x, y, alpha, beta)) {
                super.gemv(order, transA, alpha, a, x, beta, y);
            }
        }
    }

    private static final class Level3 extends CpuLevel3 {
        @Override
        public void gemm(
                char order, char transA, char transB, double alpha, INDArray a, INDArray b, double beta, INDArray c) {
            if (!multiply(a, b, c, alpha, beta)) {
                super.gemm(order, transA, transB, alpha, a, b, beta, c);
            }
        }
    }
}
