package org.mirrorbook.ui.model.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.evidence.Evidence.Match;
import org.mirrorbook.ui.model.evidence.Evidence.Range;

/**
 * Picks from recorded inputs what bears on one trade, with the trade before and after each. Takes the inputs of its account in their order,
 * from a beginning of the lane on; keeps no more of them than it lists. For one thread.
 */
public final class EvidenceFold {

    /** More than anybody reads; what is behind them is said to be there. */
    static final int MOST_STEPS = 20_000;
    /** Letters of messages that are kept; of further ones the text is read when it is looked at. */
    private static final int MOST_LETTERS = 8_000_000;

    private final Trade journal;
    private final Map<Long, List<TradeEvent>> changes;
    private final List<TradeEvent> events;
    private final Bearing bearing;
    private final Refold refold;
    private final Map<Long, Step> steps = new LinkedHashMap<>();
    private final long firstChange;
    private int gaps;
    private int letters;
    private boolean cut;
    private boolean sawOpening;

    /**
     * @param journal the trade as the journal has it
     * @param events its changes, oldest first
     */
    public EvidenceFold(Trade journal, List<TradeEvent> events) {
        this.journal = journal;
        this.events = List.copyOf(events);
        this.bearing = new Bearing(journal);
        this.refold = new Refold(journal.id());
        this.changes = events.stream().filter(event -> event.message() > 0)
                .collect(Collectors.groupingBy(TradeEvent::message, LinkedHashMap::new, Collectors.toList()));
        this.firstChange = changes.keySet().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    /** The next input of the account. */
    public void take(Recorded recorded) {
        var before = refold.trade();
        boolean began = !refold.hasBook();
        refold.take(recorded);
        boolean open = before.filter(Trade::isOpen).isPresent();
        switch (recorded.input()) {
            case LaneInput.Opened opened -> {
                if (!began && open) {
                    gaps++;
                }
            }
            case LaneInput.Heard heard -> {
                sawOpening |= recorded.number() == firstChange;
                if (open && heard.seen().stream().anyMatch(seen -> seen instanceof LinkLost lost && lost.connection() > 0)) {
                    gaps++;
                }
                note(recorded.number(), heard, before, open);
            }
        }
    }

    private void note(long number, LaneInput.Heard heard, Optional<Trade> before, boolean open) {
        var changed = changes.getOrDefault(number, List.of());
        boolean bears = !changed.isEmpty();
        var news = bearing.news(heard.seen(), bears, open);
        bears |= !news.isEmpty();
        bears |= heard.seen().isEmpty() && bearing.isNews(heard.channel(), heard.text());
        if (!bears) {
            return;
        }
        if (steps.size() >= MOST_STEPS) {
            cut = true;
            return;
        }
        var step = new Step(number, heard.at(), heard.channel(), Optional.of(heard.text()), news, before, refold.trade(), changed);
        letters += heard.text().length();
        steps.put(number, letters > MOST_LETTERS ? step.withoutText() : step);
    }

    /** Whether it was opened within what was taken. */
    public boolean sawOpening() {
        return sawOpening;
    }

    /**
     * All there is.
     *
     * @param files how many files hold it
     * @param file name of the one with the first message
     * @param from number from which on inputs were taken
     */
    public Evidence evidence(int files, String file, long from, Instant at) {
        var match = !refold.hasBook() || refold.trade().isEmpty() ? Match.UNKNOWN
                : TradeDifferences.between(refold.trade().get(), journal).isEmpty() ? Match.SAME : Match.DIFFERENT;
        var listed = steps.values().stream().map(step -> match == Match.UNKNOWN ? step.withoutStates() : step).toList();
        var range = listed.isEmpty() ? Optional.<Range>empty()
                : Optional.of(new Range(files, file, listed.getFirst().number(), listed.getLast().number(), from, at));
        return new Evidence(journal, withOthers(listed), bearing.repeats(), sawOpening ? Optional.of(gaps) : Optional.empty(),
                median(listed), range, match, cut, List.of());
    }

    /** With the changes whose message is not there, each behind the change that was committed before it. */
    private List<Step> withOthers(List<Step> listed) {
        var behind = new HashMap<Long, List<Step>>();
        long newest = 0;
        for (var event : events) {
            if (steps.containsKey(event.message())) {
                newest = event.message();
            } else {
                behind.computeIfAbsent(newest, none -> new ArrayList<>()).add(Step.without(event));
            }
        }
        var all = new ArrayList<>(behind.getOrDefault(0L, List.of()));
        for (var step : listed) {
            all.add(step);
            all.addAll(behind.getOrDefault(step.number(), List.of()));
        }
        return joined(all);
    }

    /** Changes of one message that is not there any more are one step. */
    private static List<Step> joined(List<Step> all) {
        var joined = new ArrayList<Step>();
        for (var step : all) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && !step.isRecorded() && !last.isRecorded() && step.number() > 0 && last.number() == step.number()) {
                joined.set(joined.size() - 1, last.with(step.changes().getFirst()));
            } else {
                joined.add(step);
            }
        }
        return joined;
    }

    private static Optional<Duration> median(List<Step> listed) {
        var delays = listed.stream().flatMap(step -> VenueTimes.delayOfPush(step).stream()).sorted().toList();
        return delays.isEmpty() ? Optional.empty() : Optional.of(delays.get(delays.size() / 2));
    }
}
