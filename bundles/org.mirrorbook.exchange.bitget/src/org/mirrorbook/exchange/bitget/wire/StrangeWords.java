package org.mirrorbook.exchange.bitget.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words in answers that nobody documents, logged once each, and no more of them than somebody would read. Thread-safe. */
public final class StrangeWords {

    private static final int MOST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(StrangeWords.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Tells of one, unless it was told before. */
    public void tell(String what) {
        if (told.size() < MOST && told.add(what)) {
            LOG.warn("An answer of Bitget: {}", what);
        }
    }
}
