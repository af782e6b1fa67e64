package org.mirrorbook.cli;

/** An event as {@code mirror --json} writes it; documented API. */
final class EventJson implements EventLine {

    private final JsonOutput json = new JsonOutput();

    @Override
    public String of(MirrorEvent event) {
        return json.line(json.object()
                .text("event", event.event())
                .text("account", event.account())
                .text("accountId", event.accountId())
                .text("trade", event.trade())
                .text("code", event.code())
                .text("reason", event.reason())
                .time("at", event.at()));
    }
}
