package org.mirrorbook.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.component.LiveDirectory;
import org.mirrorbook.mirror.lane.LaneControl;
import org.mirrorbook.mirror.lane.LiveDesk;

/** The product's desk, and who watches it. */
final class WatchedDesk implements LiveDesk {

    private final LiveDirectory desk = new LiveDirectory();
    private final Map<AccountId, Watched> watched = new ConcurrentHashMap<>();

    void watch(AccountId account, Watched one) {
        watched.put(account, one);
    }

    /** How many links are in this state now. */
    long count(LinkState state) {
        return desk.links().values().stream().filter(link -> link.state() == state).count();
    }

    /** All that is shown, as the workbench takes it. */
    int positions() {
        return desk.view().positions().size();
    }

    /** Without it each lane would take itself for the only one, and write its open profit every second. */
    @Override
    public int lanesOpen() {
        return desk.lanesOpen();
    }

    @Override
    public void opened(AccountId account, LaneControl lane) {
        desk.opened(account, lane);
    }

    @Override
    public void link(AccountId account, LinkStatus status) {
        desk.link(account, status);
    }

    @Override
    public void show(AccountId account, Supplier<List<LivePosition>> positions) {
        desk.show(account, positions);
        var one = watched.get(account);
        if (one != null) {
            one.shown(positions.get());
        }
    }

    @Override
    public void closed(AccountId account, LaneControl lane) {
        desk.closed(account, lane);
    }
}
