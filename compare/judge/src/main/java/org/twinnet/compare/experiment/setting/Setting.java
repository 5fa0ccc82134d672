package org.twinnet.compare.experiment.setting;

/**
 * One value of an experiment under its key.
 *
 * @param key keys of the experiment file joined by dots, such as {@code optimizer.learning_rate};
 *     {@code layers[].units} stands for all layers
 * @param value a number, a word, or a list of them with one entry a layer
 */
public record Setting(String key, Object value) {}
