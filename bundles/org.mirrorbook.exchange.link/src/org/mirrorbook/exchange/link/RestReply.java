package org.mirrorbook.exchange.link;

/** An answer: HTTP status and body. */
public record RestReply(int status, String body) {
}
