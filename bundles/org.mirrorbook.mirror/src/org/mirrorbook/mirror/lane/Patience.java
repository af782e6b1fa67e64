package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.util.List;

/**
 * How long a lane waits for what, as data.
 *
 * @param commit before each repetition of a commit that may yet succeed; then it counts as refused
 * @param reopen before the book is read again after the first, second, … refusal in a row; the last holds for all further ones
 * @param calm so long after a refusal the next one counts as the first again
 * @param record before each question for a closing record; then it is overdue (protocol notes, Bitget 9, step 6)
 * @param answer before each repetition of a question that failed; the last holds for all further ones
 * @param fills before fills are asked for, so that one question serves several trades and the venue's history has caught up
 * @param reason before each question why a trade ended; then that stays unknown, or is asked for anew with its confirmation
 * @param recheck between the questions for closing records that are overdue
 * @param rechecked for so long after a close; then with each alignment only
 * @param margin how far before the last known time history is read again (docs/lifecycle.md, rule 4)
 * @param late after an alignment, when history is read once more: a close of just before may not have been listed yet (protocol notes,
 *         Bitget 6.3)
 * @param repaint at least this between two new views because of mark prices
 * @param profit at least this between two writes of the open profit
 * @param profitShare and at least this for each lane: a transaction each second for each of a thousand accounts would leave the journal no
 *        time for anything else
 * @param comparing of the venue's own list of open positions with the book
 * @param stop for the connector and what is queued, when the lane is stopped
 */
public record Patience(
        List<Duration> commit,
        List<Duration> reopen,
        Duration calm,
        List<Duration> record,
        List<Duration> answer,
        Duration fills,
        List<Duration> reason,
        Duration recheck,
        Duration rechecked,
        Duration margin,
        List<Duration> late,
        Duration repaint,
        Duration profit,
        Duration profitShare,
        Comparing comparing,
        Duration stop) {

    /**
     * When the venue's list of open positions is compared with the book (protocol notes, Bitget 9, step 8).
     *
     * @param first after an alignment
     * @param every from then on
     * @param again before a list that differs, or was overtaken by the stream, is asked for once more
     * @param times so often at most is a list asked for to see one difference twice
     * @param calm for so long a difference in the same position does not drop the connection a second time
     */
    public record Comparing(Duration first, Duration every, Duration again, int times, Duration calm) {
    }

    public Patience {
        commit = List.copyOf(commit);
        reopen = List.copyOf(reopen);
        record = List.copyOf(record);
        answer = List.copyOf(answer);
        reason = List.copyOf(reason);
        late = List.copyOf(late);
    }

    /** As in the product. */
    public static Patience usual() {
        return new Patience(
                List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(5)),
                List.of(Duration.ZERO, seconds(5), seconds(30), seconds(60), seconds(300)),
                Duration.ofMinutes(15),
                List.of(seconds(1), seconds(2), seconds(5), seconds(15), seconds(60)),
                List.of(seconds(1), seconds(2), seconds(5), seconds(15), seconds(60)),
                seconds(2), List.of(seconds(2), seconds(5), seconds(15), seconds(60)), Duration.ofMinutes(5), Duration.ofDays(1),
                Duration.ofMinutes(10),
                List.of(seconds(2), seconds(20)), Duration.ofMillis(100), seconds(1), Duration.ofMillis(25),
                new Comparing(seconds(15), Duration.ofMinutes(5), seconds(5), 4, Duration.ofMinutes(10)), seconds(5));
    }

    /** The same with other readings of history after an alignment. */
    Patience withLate(List<Duration> others) {
        return new Patience(commit, reopen, calm, record, answer, fills, reason, recheck, rechecked, margin, others, repaint, profit,
                profitShare, comparing, stop);
    }

    /** The n-th delay, counted from 0; the last one for all further ones. */
    static Duration nth(List<Duration> delays, int n) {
        return delays.get(Math.min(n, delays.size() - 1));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
