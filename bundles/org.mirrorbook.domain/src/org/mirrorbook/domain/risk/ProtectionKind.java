package org.mirrorbook.domain.risk;

/** Against what a price protects a position. */
public enum ProtectionKind {
    STOP_LOSS, TAKE_PROFIT
}
