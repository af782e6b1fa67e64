package org.mirrorbook.exchange.bitget;

import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.bitget.rest.Kind;

/**
 * What has to be known before a socket signs in.
 *
 * @param rights of the key, which the gate let through
 */
record Admission(Kind kind, KeyRights rights) {
}
