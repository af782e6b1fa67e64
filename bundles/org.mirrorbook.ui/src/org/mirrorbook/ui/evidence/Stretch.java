package org.mirrorbook.ui.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.journal.RecordingReader.Segment;
import org.mirrorbook.journal.TradeEvent;

/**
 * Which inputs of a recording have to be read for a trade: from the lane's last beginning before it, where that is near, to its last
 * change, and what came of it long after.
 *
 * @param from number of the first input
 * @param to of the last
 * @param later single inputs behind it
 * @param firstOfTrade number of the trade's first message
 */
record Stretch(long from, long to, List<Long> later, long firstOfTrade) {

    /** So many files before the trade's own are searched for the beginning of the lane; more would take longer than anybody waits. */
    private static final int FILES_BACK = 8;
    /** What comes so many inputs after the trade was final is read for itself. */
    private static final long LATER = 50_000;

    static Stretch of(Trade trade, List<TradeEvent> events, RecordingReader recordings, List<Segment> segments, Cancellation cancellation) {
        var numbers = events.stream().mapToLong(TradeEvent::message).filter(number -> number > 0).sorted().toArray();
        long first = numbers[0];
        long end = trade.certainty() == Certainty.CONFIRMED ? endOfLife(events, numbers) : Long.MAX_VALUE;
        var later = new ArrayList<Long>();
        LongStream.of(numbers).filter(number -> number > end).distinct().forEach(later::add);
        var account = trade.slot().scope().account();
        long oldest = segments.isEmpty() ? first : segments.getFirst().first();
        long from = beginning(account, Math.max(first, oldest), recordings, segments, cancellation).orElse(oldestNear(first, segments));
        return new Stretch(from, end, later, first);
    }

    private static long endOfLife(List<TradeEvent> events, long[] numbers) {
        long confirmed = events.stream().filter(event -> event.kind().equals("TradeConfirmed")).mapToLong(TradeEvent::message).max()
                .orElse(numbers[numbers.length - 1]);
        return LongStream.of(numbers).filter(number -> number <= confirmed + LATER).max().orElse(confirmed);
    }

    /** The number of the lane's newest beginning up to that input. */
    private static OptionalLong beginning(AccountId account, long before, RecordingReader recordings, List<Segment> segments,
            Cancellation cancellation) {
        var candidates = segments.stream().filter(segment -> segment.first() <= before).toList().reversed();
        for (var segment : candidates.stream().limit(FILES_BACK).toList()) {
            var newest = new long[1];
            recordings.read(account, segment.first(), Math.min(before, segment.last().orElse(before)), cancellation, input -> {
                if (input.input() instanceof LaneInput.Opened) {
                    newest[0] = input.number();
                }
            });
            if (newest[0] > 0) {
                return OptionalLong.of(newest[0]);
            }
        }
        return OptionalLong.empty();
    }

    private static long oldestNear(long first, List<Segment> segments) {
        return segments.stream().filter(segment -> segment.hasAnyOf(first, first)).mapToLong(Segment::first).findFirst().orElse(first);
    }
}
