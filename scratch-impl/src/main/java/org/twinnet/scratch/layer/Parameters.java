package org.twinnet.scratch.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Precision;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The parameters of a network as named tensors, or what has one number for each of them: their gradients dW and db,
 * their updates, the memory of an optimizer. Also the statistics that a network keeps beside its parameters.
 *
 * <p>Mutable: training updates the tensors in place. As a vector the order is that of the layers: W¹ row by row, b¹,
 * with batch normalization γ¹ and β¹, W² row by row, b², … .
 */
public final class Parameters {

    private final List<NamedTensor> tensors;
    private final List<Matrix> weights;
    private final List<Matrix> biases;
    private final int size;

    Parameters(List<NamedTensor> tensors) {
        this.tensors = List.copyOf(tensors);
        this.weights = ofSymbol("W");
        this.biases = ofSymbol("b");
        int count = 0;
        for (NamedTensor tensor : tensors) {
            count += tensor.values().rows() * tensor.values().columns();
        }
        this.size = count;
    }

    /**
     * Makes the parameters of some layers, as {@link Layer#newParameters} says.
     *
     * @param layers the layers of a network, in their order
     * @return new tensors; weights and biases are 0
     */
    public static Parameters of(List<Layer> layers) {
        return new Parameters(
                layers.stream().flatMap(layer -> layer.newParameters().stream()).toList());
    }

    /**
     * Makes the statistics of some layers, as {@link Layer#newStatistics} says.
     *
     * @param layers the layers of a network, in their order
     * @return new tensors; none where no layer keeps anything
     */
    public static Parameters ofStatistics(List<Layer> layers) {
        return new Parameters(
                layers.stream().flatMap(layer -> layer.newStatistics().stream()).toList());
    }

    /**
     * Makes tensors of the same names and shapes, all zero: for gradients, updates and sums over them.
     *
     * @return zeros
     */
    public Parameters zeros() {
        List<NamedTensor> zeros = new ArrayList<>();
        for (NamedTensor tensor : tensors) {
            Matrix values = tensor.values();
            zeros.add(new NamedTensor(tensor.symbol(), tensor.layer(), Matrix.zeros(values.rows(), values.columns())));
        }
        return new Parameters(zeros);
    }

    /**
     * All tensors; live.
     *
     * @return in the order of the vector
     */
    public List<NamedTensor> tensors() {
        return tensors;
    }

    /**
     * The number of layers L that have weights.
     *
     * @return L
     */
    public int depth() {
        return weights.size();
    }

    /**
     * The number of numbers.
     *
     * @return length of the vector
     */
    public int size() {
        return size;
    }

    /**
     * The weights of a layer, or their gradient; live.
     *
     * @param layer 1 to L
     * @return units × inputs
     */
    public Matrix W(int layer) {
        return weights.get(layer - 1);
    }

    /**
     * The biases of a layer, or their gradient; live.
     *
     * @param layer 1 to L
     * @return units × 1
     */
    public Matrix b(int layer) {
        return biases.get(layer - 1);
    }

    /**
     * One of the tensors; live.
     *
     * @param symbol its letter, such as {@code gamma}
     * @param layer 1 to L
     * @return its numbers
     * @throws IllegalArgumentException if there is no such tensor
     */
    public Matrix get(String symbol, int layer) {
        for (int t = 0; t < tensors.size(); t++) {
            NamedTensor tensor = tensors.get(t);
            if (tensor.layer() == layer && tensor.symbol().equals(symbol)) {
                return tensor.values();
            }
        }
        throw new IllegalArgumentException("There is no " + symbol + layer + " among " + names("") + ".");
    }

    /**
     * Moves all numbers: θ ← θ − update.
     *
     * @param update what is subtracted, not modified
     * @throws IllegalArgumentException if it has other tensors
     */
    public void subtract(Parameters update) {
        requireSameTensors("θ = θ - update", "update of ", update, "");
        for (int t = 0; t < tensors.size(); t++) {
            Matrix V = tensors.get(t).values();
            Matrix U = update.tensors.get(t).values();
            for (int i = 0; i < V.rows(); i++) {
                double[] v = V.row(i);
                double[] u = U.row(i);
                for (int k = 0; k < v.length; k++) {
                    v[k] -= u[k];
                }
            }
        }
    }

    /**
     * Rounds all numbers.
     *
     * @param precision to what
     */
    public void round(Precision precision) {
        for (int t = 0; t < tensors.size(); t++) {
            precision.round(tensors.get(t).values());
        }
    }

    /**
     * Refuses tensors of other names or shapes than these.
     *
     * @param operation the formula that needs both
     * @param otherPrefix what to put before the name of one of the others, such as {@code d}
     * @param other the others
     * @param prefix what to put before the name of one of these
     * @throws IllegalArgumentException if there are other names or shapes; it names the first that differs
     */
    public void requireSameTensors(String operation, String otherPrefix, Parameters other, String prefix) {
        boolean same = tensors.size() == other.tensors.size();
        for (int t = 0; same && t < tensors.size(); t++) {
            NamedTensor own = tensors.get(t);
            NamedTensor theirs = other.tensors.get(t);
            same = own.layer() == theirs.layer() && own.symbol().equals(theirs.symbol());
            Matrix V = own.values();
            Matrix U = theirs.values();
            if (same && (V.rows() != U.rows() || V.columns() != U.columns())) {
                throw ShapeMismatchException.of(
                        operation, otherPrefix + theirs.name(), U, prefix + own.name(), V, "equal shapes");
            }
        }
        if (!same) {
            throw new IllegalArgumentException(operation + ": there are " + other.names(otherPrefix) + " and "
                    + names(prefix) + "; needed: the same tensors.");
        }
    }

    /**
     * Copies all numbers into a vector.
     *
     * @param vector target of {@link #size} numbers, overwritten
     * @throws IllegalArgumentException if the vector has another length
     */
    public void writeTo(double[] vector) {
        requireLength(vector);
        int next = 0;
        for (NamedTensor tensor : tensors) {
            next = tensor.values().writeTo(vector, next);
        }
    }

    /**
     * Overwrites all numbers by those of a vector.
     *
     * @param vector source of {@link #size} numbers, not modified
     * @throws IllegalArgumentException if the vector has another length; nothing is changed then
     */
    public void readFrom(double[] vector) {
        requireLength(vector);
        int next = 0;
        for (NamedTensor tensor : tensors) {
            next = tensor.values().readFrom(vector, next);
        }
    }

    /**
     * Returns all numbers as a new vector.
     *
     * @return W¹ row by row, b¹, W², b², …
     */
    public double[] toVector() {
        double[] vector = new double[size];
        writeTo(vector);
        return vector;
    }

    private List<Matrix> ofSymbol(String symbol) {
        return tensors.stream()
                .filter(tensor -> tensor.symbol().equals(symbol))
                .map(NamedTensor::values)
                .toList();
    }

    private String names(String prefix) {
        return tensors.stream().map(tensor -> prefix + tensor.name()).collect(Collectors.joining(", "));
    }

    private void requireLength(double[] vector) {
        if (vector.length != size) {
            throw new IllegalArgumentException(
                    "The parameter vector has " + vector.length + " numbers, the network has " + size + ".");
        }
    }
}
