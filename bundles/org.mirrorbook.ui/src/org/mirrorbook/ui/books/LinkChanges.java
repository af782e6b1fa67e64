package org.mirrorbook.ui.books;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.MirrorDirectory;

/** Of all that a directory tells, only that the state of a link is another one. Any thread. */
final class LinkChanges implements Runnable {

    private final MirrorDirectory directory;
    private final Runnable changed;
    private final AtomicReference<Map<AccountId, LinkStatus>> links;

    LinkChanges(MirrorDirectory directory, Runnable changed) {
        this.directory = directory;
        this.changed = changed;
        this.links = new AtomicReference<>(directory.links());
    }

    @Override
    public void run() {
        var newest = directory.links();
        if (!newest.equals(links.getAndSet(newest))) {
            changed.run();
        }
    }
}
