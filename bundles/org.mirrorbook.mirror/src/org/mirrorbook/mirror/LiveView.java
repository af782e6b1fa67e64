package org.mirrorbook.mirror;

import java.util.List;

/**
 * All open positions at one moment.
 *
 * @param version grows with each new view
 * @param positions by account label, symbol and side
 */
public record LiveView(long version, List<LivePosition> positions) {

    public LiveView {
        positions = List.copyOf(positions);
    }
}
