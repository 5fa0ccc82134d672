package org.twinnet.compare.tuning.search;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.arbiter.optimize.api.AbstractParameterSpace;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.util.LeafUtils;

/** A space whose fields are its coordinates, as Arbiter's documentation builds it. */
@SuppressWarnings({"rawtypes", "unchecked"}) // Arbiter's own signatures
abstract class FieldSpace<T> extends AbstractParameterSpace<T> {

    @Override
    public List<ParameterSpace> collectLeaves() {
        List<ParameterSpace> leaves = new ArrayList<>();
        getNestedSpaces().values().forEach(nested -> leaves.addAll(nested.collectLeaves()));
        return leaves;
    }

    @Override
    public int numParameters() {
        return LeafUtils.countUniqueParameters(collectLeaves());
    }

    @Override
    public boolean isLeaf() {
        return false;
    }

    @Override
    public void setIndices(int... indices) {
        throw new UnsupportedOperationException("only leaves have indices");
    }
}
