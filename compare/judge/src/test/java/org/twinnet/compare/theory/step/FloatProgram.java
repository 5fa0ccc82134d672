package org.twinnet.compare.theory.step;

import java.util.SplittableRandom;

/**
 * A network of ReLU and sigmoid with cross-entropy, L2 and dropout as a program in single precision would have it, with
 * sums in an order of its own. Nothing in it is the theory's.
 */
final class FloatProgram {

    final float[][][] W;
    final float[][] b;
    final float[][][] Z;
    final float[][][] A;
    final float[][][] dW;
    final float[][] db;
    float cost;

    private final float[][] X;
    private final float[] y;
    private final SplittableRandom random;

    FloatProgram(int[] sizes, float[][] X, float[] y, long seed) {
        this.X = X;
        this.y = y;
        this.random = new SplittableRandom(seed);
        int L = sizes.length - 1;
        W = new float[L + 1][][];
        b = new float[L + 1][];
        Z = new float[L + 1][][];
        A = new float[L + 1][][];
        dW = new float[L + 1][][];
        db = new float[L + 1][];
        for (int l = 1; l <= L; l++) {
            W[l] = new float[sizes[l]][sizes[l - 1]];
            b[l] = new float[sizes[l]];
            dW[l] = new float[sizes[l]][sizes[l - 1]];
            db[l] = new float[sizes[l]];
        }
    }

    private float sum(float[] terms) {
        for (int i = terms.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            float swap = terms[i];
            terms[i] = terms[j];
            terms[j] = swap;
        }
        float sum = 0;
        for (float term : terms) {
            sum += term;
        }
        return sum;
    }

    void step(double[][][] masks, float keep, float lambda) {
        int L = W.length - 1;
        int m = y.length;
        A[0] = X;
        for (int l = 1; l <= L; l++) {
            Z[l] = new float[W[l].length][m];
            A[l] = new float[W[l].length][m];
            for (int i = 0; i < W[l].length; i++) {
                for (int j = 0; j < m; j++) {
                    float[] terms = new float[W[l][i].length + 1];
                    for (int k = 0; k < W[l][i].length; k++) {
                        terms[k] = W[l][i][k] * A[l - 1][k][j];
                    }
                    terms[terms.length - 1] = b[l][i];
                    Z[l][i][j] = sum(terms);
                    A[l][i][j] = l == L
                            ? 1 / (1 + (float) Math.exp(-Z[l][i][j]))
                            : Math.max(0, Z[l][i][j]) * (float) masks[l][i][j] / keep;
                }
            }
        }
        float[] terms = new float[m];
        for (int j = 0; j < m; j++) {
            terms[j] = -(float) Math.log(y[j] == 1 ? A[L][0][j] : 1 - A[L][0][j]);
        }
        float squares = 0;
        for (int l = 1; l <= L; l++) {
            for (float[] row : W[l]) {
                for (float w : row) {
                    squares += w * w;
                }
            }
        }
        cost = sum(terms) / m + lambda / (2 * m) * squares;
        backward(masks, keep, lambda);
    }

    private void backward(double[][][] masks, float keep, float lambda) {
        int L = W.length - 1;
        int m = y.length;
        float[][] dZ = new float[1][m];
        for (int j = 0; j < m; j++) {
            dZ[0][j] = A[L][0][j] - y[j];
        }
        for (int l = L; l >= 1; l--) {
            for (int i = 0; i < W[l].length; i++) {
                for (int k = 0; k < W[l][i].length; k++) {
                    float[] terms = new float[m];
                    for (int j = 0; j < m; j++) {
                        terms[j] = dZ[i][j] * A[l - 1][k][j];
                    }
                    dW[l][i][k] = sum(terms) / m + lambda / m * W[l][i][k];
                }
                db[l][i] = sum(dZ[i].clone()) / m;
            }
            float[][] dA = new float[A[l - 1].length][m];
            for (int k = 0; k < dA.length && l > 1; k++) {
                for (int j = 0; j < m; j++) {
                    float[] terms = new float[W[l].length];
                    for (int i = 0; i < W[l].length; i++) {
                        terms[i] = W[l][i][k] * dZ[i][j];
                    }
                    dA[k][j] = Z[l - 1][k][j] > 0 ? sum(terms) * (float) masks[l - 1][k][j] / keep : 0;
                }
            }
            dZ = dA;
        }
    }
}
