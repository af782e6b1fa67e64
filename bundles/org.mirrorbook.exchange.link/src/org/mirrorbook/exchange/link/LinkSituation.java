package org.mirrorbook.exchange.link;

import java.util.HashSet;
import java.util.Set;

/**
 * All that the machine knows of a link. Immutable.
 *
 * @param connection number of the present or last connection; grows with each
 * @param given the highest number that is taken, by this connection or by one that was to relieve it
 * @param failures tries that failed since the link was last steady
 * @param clockDoubted whether the venue's clock has to be asked before signing in
 * @param pongDue whether a heartbeat waits for its answer
 * @param wanted the topics to be subscribed
 * @param unacknowledged those that the present connection has not acknowledged
 * @param unaligned those whose snapshot has not come on the present connection
 */
public record LinkSituation(LinkPhase phase, long connection, long given, int failures, boolean clockDoubted, boolean pongDue,
        Set<String> wanted, Set<String> unacknowledged, Set<String> unaligned) {

    public LinkSituation {
        wanted = Set.copyOf(wanted);
        unacknowledged = Set.copyOf(unacknowledged);
        unaligned = Set.copyOf(unaligned);
    }

    /**
     * A link that was never started.
     *
     * @param before number that every connection of this link will exceed
     */
    public static LinkSituation idle(long before, Set<String> wanted) {
        return new LinkSituation(LinkPhase.IDLE, before, before, 0, true, false, wanted, Set.of(), Set.of());
    }

    LinkSituation in(LinkPhase next) {
        return new LinkSituation(next, connection, given, failures, clockDoubted, pongDue, wanted, unacknowledged, unaligned);
    }

    LinkSituation nextConnection() {
        return new LinkSituation(LinkPhase.CONNECTING, given + 1, given + 1, failures, clockDoubted, false, wanted, Set.of(), Set.of());
    }

    LinkSituation numbersGivenTo(long highest) {
        return new LinkSituation(phase, connection, highest, failures, clockDoubted, pongDue, wanted, unacknowledged, unaligned);
    }

    LinkSituation failed(boolean doubtClock) {
        return new LinkSituation(phase, connection, given, failures + 1, clockDoubted || doubtClock, false, wanted, Set.of(), Set.of());
    }

    LinkSituation steady() {
        return new LinkSituation(phase, connection, given, 0, clockDoubted, pongDue, wanted, unacknowledged, unaligned);
    }

    LinkSituation clockTrusted() {
        return new LinkSituation(phase, connection, given, failures, false, pongDue, wanted, unacknowledged, unaligned);
    }

    LinkSituation withPongDue(boolean due) {
        return new LinkSituation(phase, connection, given, failures, clockDoubted, due, wanted, unacknowledged, unaligned);
    }

    LinkSituation awaiting(Set<String> acknowledgements, Set<String> snapshots) {
        return new LinkSituation(phase, connection, given, failures, clockDoubted, pongDue, wanted, acknowledgements, snapshots);
    }

    LinkSituation wanting(Set<String> topics) {
        return new LinkSituation(phase, connection, given, failures, clockDoubted, pongDue, topics,
                both(unacknowledged, topics), both(unaligned, topics));
    }

    LinkSituation acknowledged(String topic) {
        return awaiting(without(unacknowledged, Set.of(topic)), unaligned);
    }

    /** A snapshot proves the subscription too, should its acknowledgement come later. */
    LinkSituation aligned(String topic) {
        return awaiting(without(unacknowledged, Set.of(topic)), without(unaligned, Set.of(topic)));
    }

    static Set<String> without(Set<String> all, Set<String> gone) {
        var rest = new HashSet<>(all);
        rest.removeAll(gone);
        return rest;
    }

    static Set<String> both(Set<String> one, Set<String> other) {
        var shared = new HashSet<>(one);
        shared.retainAll(other);
        return shared;
    }
}
