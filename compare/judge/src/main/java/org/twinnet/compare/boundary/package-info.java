/**
 * The decision boundary of a binary classifier over two features, and how far apart two of them are.
 *
 * <p>In reading order: {@link org.twinnet.compare.boundary.Plane} says which features vary and how far,
 * {@link org.twinnet.compare.boundary.Box} and {@link org.twinnet.compare.boundary.Grid} say where the classifier is
 * asked, {@link org.twinnet.compare.boundary.Field} holds its answers, {@link org.twinnet.compare.boundary.Contour} is
 * the line p = 0.5 through them, {@link org.twinnet.compare.boundary.Smoothness} and
 * {@link org.twinnet.compare.boundary.ContourDistance} measure it, and
 * {@link org.twinnet.compare.boundary.BoundaryComparison} puts two fields side by side.
 *
 * <p>The rule everywhere: a point belongs to class 1 when p &gt; 0.5, so exactly 0.5 is class 0. Only numbers from 0 to
 * 1 are probabilities; anything else (NaN above all) agrees with nothing and has no contour. Lengths and distances are
 * in the units of the box: in a comparison that is the unit square, so that they mean the same for incomes beside ages
 * as for features scaled alike, and so that no square of a distance overflows or vanishes, wherever the features stand.
 *
 * <p>This package knows the Java library and the JTS Topology Suite and nothing else of Twinnet; the networks are asked
 * by the caller, who hands the probabilities in. The packages that come after it in a comparison may use it:
 * agreement's last rung, diagnosis, claims, report, cli.
 */
package org.twinnet.compare.boundary;
