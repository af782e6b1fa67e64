package org.mirrorbook.exchange.practice.rest;

/** What goes back: an HTTP status and a JSON text. */
public record RestReply(int status, String body) {
}
