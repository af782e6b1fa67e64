package org.mirrorbook.exchange.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.exchange.link.LinkCommand.Cancel;
import org.mirrorbook.exchange.link.LinkCommand.CancelAll;
import org.mirrorbook.exchange.link.LinkCommand.Close;
import org.mirrorbook.exchange.link.LinkCommand.HandOver;
import org.mirrorbook.exchange.link.LinkCommand.Ping;
import org.mirrorbook.exchange.link.LinkCommand.Report;
import org.mirrorbook.exchange.link.LinkCommand.RunTimer;
import org.mirrorbook.exchange.link.LinkNews.OfConnection;
import org.mirrorbook.exchange.link.LinkNews.Pong;
import org.mirrorbook.exchange.link.LinkNews.Reconnect;
import org.mirrorbook.exchange.link.LinkNews.Start;
import org.mirrorbook.exchange.link.LinkNews.Stop;
import org.mirrorbook.exchange.link.LinkNews.TimerFired;
import org.mirrorbook.exchange.link.LinkNews.Wanted;
import org.mirrorbook.exchange.link.RelaySituation.Overlap;

/**
 * Relieves a connection before the venue cuts it (ADR 0008), over a pair of {@link LinkMachine}s: a function as they are, without clock,
 * chance or I/O; safe for use by any thread.
 *
 * <p>When the first is old, a second one is started beside it and goes the same way, unheard, while the first stays live. Once the second
 * is aligned, both are asked for a heartbeat. When both have answered, and neither told of anything since the other's heartbeat left, both
 * have told the same, so the second takes over without a gap and the first is closed; else they are asked again. A second one that fails,
 * or has not taken over in time, is given up and tried again later, with a rejected key not before the venue cuts the first. A first one
 * that is lost takes the second with it: that is an ordinary loss.
 */
public final class RelayMachine {

    private final LinkMachine machine;
    private final LinkTiming.Relay timing;

    public RelayMachine(LinkPlan plan) {
        this.machine = new LinkMachine(plan);
        this.timing = plan.timing().relay();
    }

    /** The next step. */
    public RelayStep apply(RelaySituation now, LinkSignal signal) {
        var commands = new ArrayList<LinkCommand>();
        var after = switch (signal.news()) {
            case Start start -> first(now, signal, commands);
            case Stop stop -> first(now, signal, commands);
            case Reconnect reconnect -> first(giveUp(now, commands), signal, commands);
            case Wanted wanted -> second(first(now, signal, commands), signal, commands);
            case TimerFired fired when fired.timer() == LinkTimer.RELAY -> relay(now, fired, signal, commands);
            case TimerFired fired when fired.timer() == LinkTimer.OVERLAP -> late(now, fired, signal, commands);
            case OfConnection news -> compared(now.first().connection() == news.connection() ? first(now, signal, commands)
                    : of(now, news) ? second(now, signal, commands) : now, signal, commands);
        };
        return new RelayStep(after, commands);
    }

    private static boolean of(RelaySituation now, OfConnection news) {
        return now.overlap().filter(overlap -> overlap.second().connection() == news.connection()).isPresent();
    }

    private RelaySituation first(RelaySituation now, LinkSignal signal, List<LinkCommand> commands) {
        var step = machine.apply(now.first(), signal);
        boolean lost = now.first().phase() == LinkPhase.LIVE && step.after().phase() != LinkPhase.LIVE;
        var next = lost ? giveUp(now, commands) : now;
        commands.addAll(step.commands());
        if (now.first().phase() != LinkPhase.LIVE && step.after().phase() == LinkPhase.LIVE) {
            commands.add(new RunTimer(step.after().connection(), LinkTimer.RELAY, timing.due(signal.jitter())));
        }
        var after = next.with(step.after());
        return after.overlap().map(overlap -> after.with(overlap.asked(pings(step), 0))).orElse(after);
    }

    private RelaySituation second(RelaySituation now, LinkSignal signal, List<LinkCommand> commands) {
        if (now.overlap().isEmpty()) {
            return now;
        }
        var overlap = now.overlap().get();
        var step = machine.apply(overlap.second(), signal);
        // the sink hears of the first alone, and another try is not for this machine's usual timer
        step.commands().stream()
                .filter(command -> !(command instanceof Report) && !(command instanceof RunTimer run && run.timer() == LinkTimer.RETRY))
                .forEach(commands::add);
        if (!step.after().phase().holdsSocket()) {
            // a rejected key that knocks every few minutes could be locked out; the venue's cut of the first comes before this
            commands.add(step.after().phase() != LinkPhase.NEEDS_ATTENTION ? again(now, signal)
                    : new RunTimer(now.first().connection(), LinkTimer.RELAY, timing.due(signal.jitter())));
            return RelaySituation.alone(now.first());
        }
        var next = overlap.with(step.after()).asked(0, pings(step));
        boolean aligned = overlap.second().phase() != LinkPhase.LIVE && step.after().phase() == LinkPhase.LIVE;
        return now.with(aligned ? ask(next.compare(due(now.first()), due(step.after())), now.first(), commands) : next);
    }

    /** Follows what was said on either connection, and lets the second take over when that proves that nothing is missing. */
    private RelaySituation compared(RelaySituation now, LinkSignal signal, List<LinkCommand> commands) {
        if (now.overlap().isEmpty()) {
            return now;
        }
        var overlap = now.overlap().get();
        return switch (signal.news()) {
            case LinkNews.Observed told -> now.with(overlap.told(told.connection() == now.first().connection()));
            case LinkNews.HeartbeatSent sent -> now.with(overlap.left(sent.connection() == now.first().connection()));
            case Pong pong -> {
                var answered = overlap.answered(pong.connection() == now.first().connection());
                if (!answered.answeredAll()) {
                    yield now.with(answered);
                }
                yield answered.quiet() ? handOver(now, signal, commands) : now.with(ask(answered, now.first(), commands));
            }
            default -> now;
        };
    }

    private static Overlap ask(Overlap overlap, LinkSituation first, List<LinkCommand> commands) {
        commands.add(new Ping(first.connection()));
        commands.add(new Ping(overlap.second().connection()));
        return overlap.asked(1, 1);
    }

    private RelaySituation handOver(RelaySituation now, LinkSignal signal, List<LinkCommand> commands) {
        var from = now.first().connection();
        var second = now.overlap().orElseThrow().second();
        commands.add(new CancelAll(from));
        commands.add(new Close(from));
        commands.add(new HandOver(from, second.connection()));
        commands.add(new Cancel(second.connection(), LinkTimer.OVERLAP));
        commands.add(new RunTimer(second.connection(), LinkTimer.RELAY, timing.due(signal.jitter())));
        return RelaySituation.alone(second);
    }

    private RelaySituation relay(RelaySituation now, TimerFired fired, LinkSignal signal, List<LinkCommand> commands) {
        var first = now.first();
        if (fired.connection() != first.connection() || first.phase() != LinkPhase.LIVE || now.overlap().isPresent()) {
            return now;
        }
        var second = LinkSituation.idle(first.given(), first.wanted());
        var number = first.given() + 1;
        commands.add(new RunTimer(number, LinkTimer.OVERLAP, timing.overlap()));
        return second(new RelaySituation(first.numbersGivenTo(number), Optional.of(Overlap.of(second))),
                new LinkSignal(new Start(), signal.at(), signal.jitter()), commands);
    }

    private RelaySituation late(RelaySituation now, TimerFired fired, LinkSignal signal, List<LinkCommand> commands) {
        if (!of(now, fired)) {
            return now;
        }
        commands.add(again(now, signal));
        return giveUp(now, commands);
    }

    private RunTimer again(RelaySituation now, LinkSignal signal) {
        return new RunTimer(now.first().connection(), LinkTimer.RELAY, timing.again(signal.jitter()));
    }

    private static RelaySituation giveUp(RelaySituation now, List<LinkCommand> commands) {
        now.overlap().map(overlap -> overlap.second().connection()).ifPresent(connection -> {
            commands.add(new CancelAll(connection));
            commands.add(new Close(connection));
        });
        return RelaySituation.alone(now.first());
    }

    private static int pings(LinkStep step) {
        return (int) step.commands().stream().filter(Ping.class::isInstance).count();
    }

    private static int due(LinkSituation link) {
        return link.pongDue() ? 1 : 0;
    }
}
