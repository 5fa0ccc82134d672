package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ScoreScaleTest {

    private static final Color BEST = new Color(0x0b4f4a);
    private static final Color WORST = new Color(0xe6cda6);

    @Test
    void should_paint_the_best_dark_and_the_worst_tenth_alike() {
        ScoreScale scale = new ScoreScale(DegenerateStudies.all().get("ordinary"));
        assertEquals(BEST, scale.color(scale.best()));
        assertEquals(WORST, scale.color(scale.worst()));
        assertEquals(WORST, scale.color(1e9));
        assertNotEquals(BEST, scale.color((scale.best() + scale.worst()) / 2));
        assertTrue(scale.cap() > scale.worst());
        assertEquals(scale.cap(), scale.capped(1e9));
    }

    @Test
    void should_take_the_largest_accuracy_for_the_best() {
        ScoreScale scale = new ScoreScale(DegenerateStudies.all().get("accuracy"));
        assertTrue(scale.best() > scale.worst());
        assertTrue(scale.cap() < scale.worst());
        assertEquals(BEST, scale.color(1));
        assertEquals(WORST, scale.color(0));
    }

    @Test
    void should_paint_equal_scores_alike() {
        ScoreScale scale = new ScoreScale(DegenerateStudies.all().get("ties"));
        assertEquals(BEST, scale.color(0.25));
    }
}
