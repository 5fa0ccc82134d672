/**
 * What every report needs: texts in every language, numbers as people read them, JSON in and out, and the frames of
 * pages, Markdown and JUnit's XML. Knows no report; depends on {@code text}, {@code ladder}, {@code experiment} and
 * {@code output}, and every room of the reports may use it.
 */
package org.twinnet.compare.report.kit;
