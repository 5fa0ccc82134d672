package org.twinnet.compare.experiment.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a number of an experiment may be: said once, at the record component that holds it. The record's constructor
 * holds values to it, and the schema and the messages to users are made from it. A number is finite, whatever else it
 * is.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /**
     * The number is larger.
     *
     * @return the largest number that is not allowed
     */
    double above() default Double.NEGATIVE_INFINITY;

    /**
     * The number is as large or larger.
     *
     * @return the smallest number that is allowed
     */
    double from() default Double.NEGATIVE_INFINITY;

    /**
     * The number is smaller.
     *
     * @return the smallest number that is not allowed
     */
    double below() default Double.POSITIVE_INFINITY;

    /**
     * The number is as small or smaller.
     *
     * @return the largest number that is allowed
     */
    double to() default Double.POSITIVE_INFINITY;
}
