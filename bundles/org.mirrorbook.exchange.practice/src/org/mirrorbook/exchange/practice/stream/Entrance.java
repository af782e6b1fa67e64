package org.mirrorbook.exchange.practice.stream;

import org.mirrorbook.exchange.practice.books.AccountKind;

/** The addresses a socket can come in at: one pair for each protocol (protocol notes, Bitget 1.2). */
public enum Entrance {
    CLASSIC_PRIVATE("/v2/ws/private", AccountKind.CLASSIC, false),
    CLASSIC_PUBLIC("/v2/ws/public", AccountKind.CLASSIC, true),
    UNIFIED_PRIVATE("/v3/ws/private", AccountKind.UNIFIED, false),
    UNIFIED_PUBLIC("/v3/ws/public", AccountKind.UNIFIED, true);

    private final String path;
    private final AccountKind kind;
    private final boolean open;

    Entrance(String path, AccountKind kind, boolean open) {
        this.path = path;
        this.kind = kind;
        this.open = open;
    }

    public String path() {
        return path;
    }

    /** The kind of account whose protocol is spoken here. */
    AccountKind kind() {
        return kind;
    }

    boolean isUnified() {
        return kind == AccountKind.UNIFIED;
    }

    /** Whether nobody signs in here. */
    boolean isPublic() {
        return open;
    }
}
