package org.twinnet.compare.tuning.run;

import java.util.List;
import java.util.Locale;
import org.twinnet.compare.tuning.space.Setting;

/** What a winner is held against: the settings that people would take without a search, with its learning rate and layers. */
public enum Contender {
    /** The winner itself. */
    WINNER {
        @Override
        public Setting beside(Setting winner) {
            return winner;
        }
    },
    /** No regularization. */
    NONE {
        @Override
        public Setting beside(Setting winner) {
            return winner.regularizedBy(0, 1);
        }
    },
    /** The published setting, penalty and dropout together. */
    PUBLISHED {
        @Override
        public Setting beside(Setting winner) {
            return winner.regularizedBy(0.7, 0.86);
        }
    },
    /** The middle of the usual advice, λ from 0.01 to 0.1 and keep probability from 0.7 to 0.9. */
    ADVICE {
        @Override
        public Setting beside(Setting winner) {
            return winner.regularizedBy(Math.sqrt(0.01 * 0.1), 0.8);
        }
    };

    /**
     * This contender against a winner.
     *
     * @param winner the winner's setting
     * @return a setting with the same learning rate and layers
     */
    public abstract Setting beside(Setting winner);

    /**
     * The name in reports.
     *
     * @return lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * All of them.
     *
     * @return the winner first
     */
    static List<Contender> all() {
        return List.of(values());
    }
}
