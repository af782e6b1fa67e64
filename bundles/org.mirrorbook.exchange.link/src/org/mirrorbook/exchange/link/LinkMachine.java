package org.mirrorbook.exchange.link;

import static org.mirrorbook.exchange.link.LinkPhase.ALIGNING;
import static org.mirrorbook.exchange.link.LinkPhase.AUTHENTICATING;
import static org.mirrorbook.exchange.link.LinkPhase.BACKING_OFF;
import static org.mirrorbook.exchange.link.LinkPhase.CONNECTING;
import static org.mirrorbook.exchange.link.LinkPhase.IDLE;
import static org.mirrorbook.exchange.link.LinkPhase.LIVE;
import static org.mirrorbook.exchange.link.LinkPhase.NEEDS_ATTENTION;
import static org.mirrorbook.exchange.link.LinkPhase.SUBSCRIBING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.link.LinkCommand.Cancel;
import org.mirrorbook.exchange.link.LinkCommand.CancelAll;
import org.mirrorbook.exchange.link.LinkCommand.Close;
import org.mirrorbook.exchange.link.LinkCommand.Connect;
import org.mirrorbook.exchange.link.LinkCommand.Ping;
import org.mirrorbook.exchange.link.LinkCommand.Report;
import org.mirrorbook.exchange.link.LinkCommand.RunTimer;
import org.mirrorbook.exchange.link.LinkCommand.SignIn;
import org.mirrorbook.exchange.link.LinkCommand.Subscribe;
import org.mirrorbook.exchange.link.LinkCommand.Unsubscribe;
import org.mirrorbook.exchange.link.LinkNews.Acknowledged;
import org.mirrorbook.exchange.link.LinkNews.Aligned;
import org.mirrorbook.exchange.link.LinkNews.HeartbeatSent;
import org.mirrorbook.exchange.link.LinkNews.Lost;
import org.mirrorbook.exchange.link.LinkNews.Observed;
import org.mirrorbook.exchange.link.LinkNews.Opened;
import org.mirrorbook.exchange.link.LinkNews.Pong;
import org.mirrorbook.exchange.link.LinkNews.Reconnect;
import org.mirrorbook.exchange.link.LinkNews.Refused;
import org.mirrorbook.exchange.link.LinkNews.SignedIn;
import org.mirrorbook.exchange.link.LinkNews.Start;
import org.mirrorbook.exchange.link.LinkNews.Stop;
import org.mirrorbook.exchange.link.LinkNews.TimerFired;
import org.mirrorbook.exchange.link.LinkNews.Wanted;

/**
 * The life of a connection as a function: a situation and a signal give the next situation and what to do. No clock, no chance, no I/O;
 * safe for use by any thread.
 *
 * <p>A refused key stops the link until somebody asks for a reconnect. Everything else that goes wrong ends in another try, later each
 * time. News of any but the present connection changes nothing.
 *
 * <p>Longer than most classes because the whole table of transitions is read in one place.
 */
public final class LinkMachine {

    private final LinkPlan plan;

    public LinkMachine(LinkPlan plan) {
        this.plan = plan;
    }

    /** The next step. */
    public LinkStep apply(LinkSituation now, LinkSignal signal) {
        var commands = new ArrayList<LinkCommand>();
        var at = signal.at();
        var after = switch (signal.news()) {
            case Start start -> now.phase() == IDLE ? connect(now, at, commands) : now;
            case Stop stop -> now.phase() == IDLE ? now : stop(now, at, commands);
            case Reconnect reconnect -> now.phase() == IDLE ? now : reconnect(now, at, commands);
            case Wanted wanted -> want(now, wanted.topics(), at, commands);
            case Refused refused -> now.phase() == CONNECTING && current(now, refused.connection())
                    ? refused(now, refused, signal, commands) : now;
            case Observed observed -> now;
            case HeartbeatSent sent -> now;
            case Opened opened -> now.phase() == CONNECTING && current(now, opened.connection()) ? opened(now, at, commands) : now;
            case SignedIn in -> now.phase() == AUTHENTICATING && current(now, in.connection()) ? subscribe(now, at, commands) : now;
            case Acknowledged ack -> current(now, ack.connection()) ? progress(now, now.acknowledged(ack.topic()), at, commands) : now;
            case Aligned aligned -> current(now, aligned.connection()) ? progress(now, now.aligned(aligned.topic()), at, commands) : now;
            case Pong pong -> current(now, pong.connection()) ? now.withPongDue(false) : now;
            case Lost lost -> current(now, lost.connection()) ? lost(now, lost.trouble(), signal, commands) : now;
            case TimerFired fired -> fired.connection() == now.connection() ? fired(now, fired.timer(), signal, commands) : now;
        };
        return new LinkStep(after, commands);
    }

    private static boolean current(LinkSituation now, long connection) {
        return now.phase().holdsSocket() && connection == now.connection();
    }

    private LinkSituation connect(LinkSituation now, Instant at, List<LinkCommand> commands) {
        commands.add(report(LinkState.CONNECTING, at));
        return dial(now, commands);
    }

    private LinkSituation dial(LinkSituation now, List<LinkCommand> commands) {
        var next = now.nextConnection();
        commands.add(new Connect(next.connection()));
        commands.add(new RunTimer(next.connection(), LinkTimer.CONNECT, plan.timing().connect()));
        return next;
    }

    private LinkSituation stop(LinkSituation now, Instant at, List<LinkCommand> commands) {
        commands.add(new CancelAll(now.connection()));
        commands.add(new Close(now.connection()));
        commands.add(report(LinkState.OFF, at));
        return now.in(IDLE);
    }

    private LinkSituation reconnect(LinkSituation now, Instant at, List<LinkCommand> commands) {
        commands.add(new CancelAll(now.connection()));
        commands.add(new Close(now.connection()));
        return connect(now, at, commands);
    }

    private LinkSituation refused(LinkSituation now, Refused refused, LinkSignal signal, List<LinkCommand> commands) {
        commands.add(new CancelAll(now.connection()));
        // a little later than allowed, by chance: whoever else was refused waits for the same moment
        return backOff(now, new LinkTrouble(LinkTrouble.Kind.RETRY, Optional.of("CONNECT_BUDGET"), refused.reason()),
                refused.after().plus(plan.timing().retryAfter(0, signal.jitter())), signal, commands);
    }

    private LinkSituation opened(LinkSituation now, Instant at, List<LinkCommand> commands) {
        commands.add(new Cancel(now.connection(), LinkTimer.CONNECT));
        commands.add(new RunTimer(now.connection(), LinkTimer.PING, plan.timing().ping()));
        if (!plan.signsIn()) {
            return subscribe(now, at, commands);
        }
        commands.add(new SignIn(now.connection(), now.clockDoubted()));
        commands.add(new RunTimer(now.connection(), LinkTimer.LOGIN, plan.timing().login()));
        return now.in(AUTHENTICATING);
    }

    private LinkSituation subscribe(LinkSituation now, Instant at, List<LinkCommand> commands) {
        commands.add(new Cancel(now.connection(), LinkTimer.LOGIN));
        var next = now.clockTrusted().in(SUBSCRIBING).awaiting(now.wanted(), LinkSituation.both(plan.aligning(), now.wanted()));
        if (now.wanted().isEmpty()) {
            return progress(next, next, at, commands);
        }
        commands.add(new Subscribe(now.connection(), now.wanted()));
        commands.add(new RunTimer(now.connection(), LinkTimer.SUBSCRIBE, plan.timing().subscribe()));
        return next;
    }

    private LinkSituation progress(LinkSituation before, LinkSituation next, Instant at, List<LinkCommand> commands) {
        boolean onTheWay = before.phase() == SUBSCRIBING || before.phase() == ALIGNING;
        if (!onTheWay || !next.unacknowledged().isEmpty()) {
            return next;
        }
        if (next.unaligned().isEmpty()) {
            commands.add(new Cancel(next.connection(), LinkTimer.SUBSCRIBE));
            commands.add(new Cancel(next.connection(), LinkTimer.ALIGN));
            commands.add(new RunTimer(next.connection(), LinkTimer.STEADY, plan.timing().steady()));
            commands.add(report(LinkState.LIVE, at));
            return next.in(LIVE);
        }
        if (before.phase() == SUBSCRIBING) {
            commands.add(new Cancel(next.connection(), LinkTimer.SUBSCRIBE));
            commands.add(new RunTimer(next.connection(), LinkTimer.ALIGN, plan.timing().align()));
        }
        return next.in(ALIGNING);
    }

    private LinkSituation want(LinkSituation now, Set<String> topics, Instant at, List<LinkCommand> commands) {
        var added = LinkSituation.without(topics, now.wanted());
        var dropped = LinkSituation.without(now.wanted(), topics);
        if (now.phase().subscribes()) {
            if (!dropped.isEmpty()) {
                commands.add(new Unsubscribe(now.connection(), dropped));
            }
            if (!added.isEmpty()) {
                commands.add(new Subscribe(now.connection(), added));
            }
        }
        // the last topic that was waited for may be one that is not wanted any more
        return progress(now, now.wanting(topics), at, commands);
    }

    private LinkSituation fired(LinkSituation now, LinkTimer timer, LinkSignal signal, List<LinkCommand> commands) {
        return switch (timer) {
            case CONNECT -> late(now, CONNECTING, "CONNECT_TIMEOUT", "answer the connection", signal, commands);
            case LOGIN -> late(now, AUTHENTICATING, "LOGIN_TIMEOUT", "answer the sign-in", signal, commands);
            case SUBSCRIBE -> late(now, SUBSCRIBING, "SUBSCRIBE_TIMEOUT", "confirm all subscriptions", signal, commands);
            case ALIGN -> late(now, ALIGNING, "NO_SNAPSHOT", "send all open positions", signal, commands);
            case PING -> now.phase().holdsSocket() ? heartbeat(now, signal, commands) : now;
            case RETRY -> now.phase() == BACKING_OFF ? dial(now, commands) : now;
            case STEADY -> now.phase() == LIVE ? now.steady() : now;
            case RELAY, OVERLAP -> now;
        };
    }

    private LinkSituation late(LinkSituation now, LinkPhase waiting, String code, String what, LinkSignal signal,
            List<LinkCommand> commands) {
        if (now.phase() != waiting) {
            return now;
        }
        // a sign-in with a wrong time may be met with silence (protocol notes, Bitget 2.1)
        var kind = waiting == AUTHENTICATING ? LinkTrouble.Kind.CLOCK : LinkTrouble.Kind.RETRY;
        return lost(now, new LinkTrouble(kind, Optional.of(code), "The exchange did not " + what + " in time."), signal, commands);
    }

    private LinkSituation heartbeat(LinkSituation now, LinkSignal signal, List<LinkCommand> commands) {
        if (now.pongDue()) {
            return lost(now, LinkTrouble.retry("NO_PONG", "The exchange stopped answering the heartbeat."), signal, commands);
        }
        commands.add(new Ping(now.connection()));
        commands.add(new RunTimer(now.connection(), LinkTimer.PING, plan.timing().ping()));
        return now.withPongDue(true);
    }

    private LinkSituation lost(LinkSituation now, LinkTrouble trouble, LinkSignal signal, List<LinkCommand> commands) {
        commands.add(new CancelAll(now.connection()));
        commands.add(new Close(now.connection()));
        var next = now.failed(trouble.kind() == LinkTrouble.Kind.CLOCK);
        if (trouble.kind() == LinkTrouble.Kind.ATTENTION) {
            commands.add(new Report(new LinkStatus(LinkState.NEEDS_ATTENTION, trouble.code(), trouble.sentence(), signal.at(),
                    Optional.empty())));
            return next.in(NEEDS_ATTENTION);
        }
        return backOff(next, trouble, plan.timing().retryAfter(now.failures(), signal.jitter()), signal, commands);
    }

    private static LinkSituation backOff(LinkSituation now, LinkTrouble trouble, Duration wait, LinkSignal signal,
            List<LinkCommand> commands) {
        commands.add(new RunTimer(now.connection(), LinkTimer.RETRY, wait));
        commands.add(new Report(new LinkStatus(LinkState.RECONNECTING, trouble.code(), trouble.sentence(), signal.at(),
                Optional.of(signal.at().plus(wait)))));
        return now.in(BACKING_OFF);
    }

    private static Report report(LinkState state, Instant at) {
        return new Report(LinkStatus.of(state, at));
    }
}
