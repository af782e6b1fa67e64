package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;

/**
 * Does in thought what a relay machine commands, keeps count of sockets and timers, and after each step checks what has to hold in any
 * situation.
 */
final class LinkWorld {

    static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    static final Set<String> TOPICS = Set.of("positions", "fill");
    static final LinkTrouble CUT = LinkTrouble.retry("CLOSED", "The exchange closed the connection.");
    static final LinkTrouble BAD_KEY = new LinkTrouble(LinkTrouble.Kind.ATTENTION, Optional.of("30015"), "Wrong secret.");
    static final LinkTrouble BAD_CLOCK = new LinkTrouble(LinkTrouble.Kind.CLOCK, Optional.of("30014"), "Clocks differ.");

    record Running(long connection, LinkTimer timer) {
    }

    final Set<Long> sockets = new TreeSet<>();
    final Set<Running> timers = new HashSet<>();
    final List<LinkStatus> told = new ArrayList<>();
    final List<Long> connects = new ArrayList<>();
    RelaySituation situation;
    List<LinkCommand> commands = List.of();
    private final RelayMachine machine;
    private final boolean signsIn;
    private final Set<Long> signedIn = new HashSet<>();

    LinkWorld(boolean signsIn) {
        this.signsIn = signsIn;
        machine = new RelayMachine(new LinkPlan(signsIn, Set.of("positions"), LinkTiming.usual()));
        situation = RelaySituation.alone(LinkSituation.idle(100, TOPICS));
    }

    long first() {
        return situation.first().connection();
    }

    long second() {
        return situation.overlap().orElseThrow().second().connection();
    }

    LinkPhase phase() {
        return situation.first().phase();
    }

    LinkState state() {
        return told.isEmpty() ? LinkState.OFF : told.get(told.size() - 1).state();
    }

    LinkWorld hear(LinkNews news) {
        return hear(news, 0.5);
    }

    LinkWorld hear(LinkNews news, double jitter) {
        if (news instanceof LinkNews.TimerFired fired) {
            timers.remove(new Running(fired.connection(), fired.timer()));
        }
        if (news instanceof LinkNews.Lost lost) {
            sockets.remove(lost.connection());
        }
        if (news instanceof LinkNews.Refused refused && situation.of(refused.connection())
                .filter(link -> link.phase() == LinkPhase.CONNECTING).isPresent()) {
            sockets.remove(refused.connection());
        }
        if (news instanceof LinkNews.SignedIn in) {
            signedIn.add(in.connection());
        }
        var before = situation;
        var step = machine.apply(situation, new LinkSignal(news, NOON, jitter));
        situation = step.after();
        commands = step.commands();
        commands.forEach(this::carryOut);
        check(before + "\n  heard " + news + "\n  became " + situation + "\n  by " + commands);
        var done = commands;
        done.stream().filter(LinkCommand.Ping.class::isInstance).map(LinkCommand.Ping.class::cast)
                .forEach(ping -> hear(new LinkNews.HeartbeatSent(ping.connection()), jitter));
        commands = done;
        return this;
    }

    private void carryOut(LinkCommand command) {
        switch (command) {
            case LinkCommand.Connect connect -> {
                sockets.add(connect.connection());
                assertThat(connects).as("numbers grow").allMatch(number -> number < connect.connection());
                connects.add(connect.connection());
            }
            case LinkCommand.Close close -> sockets.remove(close.connection());
            case LinkCommand.RunTimer run -> {
                assertThat(run.after()).isPositive();
                timers.add(new Running(run.connection(), run.timer()));
            }
            case LinkCommand.Cancel cancel -> timers.remove(new Running(cancel.connection(), cancel.timer()));
            case LinkCommand.CancelAll all -> timers.removeIf(running -> running.connection() == all.connection());
            case LinkCommand.Report report -> told.add(report.status());
            case LinkCommand.Subscribe subscribe -> {
                assertThat(sockets).as("subscribed on an open socket").contains(subscribe.connection());
                assertThat(!signsIn || signedIn.contains(subscribe.connection())).as("subscribed after the sign-in").isTrue();
            }
            case LinkCommand.Ping ping -> assertThat(sockets).as("pinged an open socket").contains(ping.connection());
            case LinkCommand.SignIn signIn -> assertThat(sockets).as("signed in on an open socket").contains(signIn.connection());
            case LinkCommand.Unsubscribe unsubscribe -> assertThat(sockets).contains(unsubscribe.connection());
            case LinkCommand.HandOver over -> assertThat(over.connection()).isGreaterThan(over.from());
        }
    }

    private void check(String story) {
        var first = situation.first();
        var sockets = new TreeSet<Long>();
        if (first.phase().holdsSocket()) {
            sockets.add(first.connection());
        }
        situation.overlap().ifPresent(overlap -> {
            assertThat(first.phase()).as("only a live link is relieved: %s", story).isEqualTo(LinkPhase.LIVE);
            assertThat(overlap.second().phase().holdsSocket()).as("a second link is on its way: %s", story).isTrue();
            assertThat(timersOf(overlap.second().connection())).as("the overlap ends: %s", story).contains(LinkTimer.OVERLAP)
                    .containsAll(needed(overlap.second().phase()));
            sockets.add(overlap.second().connection());
        });
        assertThat(this.sockets).as("no socket without a link and none twice: %s", story).isEqualTo(sockets);
        assertThat(timersOf(first.connection())).as("no phase without an end: %s", story).containsAll(needed(first.phase()));
        if (first.phase() == LinkPhase.LIVE && situation.overlap().isEmpty()) {
            assertThat(timersOf(first.connection())).as("a relief is due: %s", story).contains(LinkTimer.RELAY);
        }
        if (first.phase() == LinkPhase.BACKING_OFF) {
            assertThat(timersOf(first.connection())).as("nothing but the next try: %s", story).containsExactly(LinkTimer.RETRY);
        }
        if (first.phase() == LinkPhase.IDLE || first.phase() == LinkPhase.NEEDS_ATTENTION) {
            assertThat(timers).as("at rest nothing runs: %s", story).isEmpty();
        }
        assertThat(timers).as("timers of present connections only: %s", story)
                .allMatch(running -> situation.of(running.connection()).isPresent());
        assertThat(state() == LinkState.LIVE).as("live is said while it is live and only then: %s", story)
                .isEqualTo(first.phase() == LinkPhase.LIVE);
        assertThat(state() == LinkState.NEEDS_ATTENTION).as(story).isEqualTo(first.phase() == LinkPhase.NEEDS_ATTENTION);
    }

    private static Set<LinkTimer> needed(LinkPhase phase) {
        return switch (phase) {
            case IDLE, NEEDS_ATTENTION -> EnumSet.noneOf(LinkTimer.class);
            case CONNECTING -> EnumSet.of(LinkTimer.CONNECT);
            case AUTHENTICATING -> EnumSet.of(LinkTimer.LOGIN, LinkTimer.PING);
            case SUBSCRIBING -> EnumSet.of(LinkTimer.SUBSCRIBE, LinkTimer.PING);
            case ALIGNING -> EnumSet.of(LinkTimer.ALIGN, LinkTimer.PING);
            case LIVE -> EnumSet.of(LinkTimer.PING);
            case BACKING_OFF -> EnumSet.of(LinkTimer.RETRY);
        };
    }

    Set<LinkTimer> timersOf(long connection) {
        var names = EnumSet.noneOf(LinkTimer.class);
        timers.stream().filter(running -> running.connection() == connection).map(Running::timer).forEach(names::add);
        return names;
    }

    /** Brings the first link to life from wherever it is, as a venue in good order and a user who mends his key do. */
    void heal() {
        if (phase() == LinkPhase.IDLE) {
            hear(new LinkNews.Start());
        }
        if (phase() == LinkPhase.NEEDS_ATTENTION) {
            hear(new LinkNews.Reconnect());
        }
        if (phase() == LinkPhase.BACKING_OFF) {
            hear(new LinkNews.TimerFired(first(), LinkTimer.RETRY));
        }
        answer(first());
    }

    /** Answers a connection like a venue in good order, until it is live. */
    void answer(long connection) {
        hear(new LinkNews.Opened(connection));
        hear(new LinkNews.SignedIn(connection));
        for (var topic : List.of("fill", "positions", "orders")) {
            hear(new LinkNews.Acknowledged(connection, topic));
        }
        hear(new LinkNews.Observed(connection));
        hear(new LinkNews.Aligned(connection, "positions"));
    }
}
