package org.mirrorbook.ui.trade;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.model.trade.FundingPoint;
import org.mirrorbook.ui.model.trade.MarkPoint;
import org.mirrorbook.ui.widgets.UiDoor;
import org.osgi.service.event.Event;

/**
 * The trade that is shown: read in jobs when it is chosen and when something became of it, and followed at the prices of its mirror while
 * it is open. UI thread only, but for {@link #heard(Event)}.
 */
final class ShownTrade {

    private static final int MOST_MARKS = 1200;

    private final UiDoor door;
    private final Listener listener;
    private Optional<TradeReading.Source> source = Optional.empty();
    private Optional<RecordingReader> recordings = Optional.empty();
    private volatile Optional<TradeId> id = Optional.empty();
    private Optional<TradeSheet> sheet = Optional.empty();
    private Optional<Annotated> annotated = Optional.empty();
    private List<MarkPoint> marks = new ArrayList<>();
    private List<FundingPoint> fundings = List.of();
    /** Of the trade when they were read. */
    private BigDecimal funding = BigDecimal.ZERO;
    private Optional<TradeReading> reading = Optional.empty();
    private Optional<MarksReading> readingMarks = Optional.empty();
    private Optional<Runnable> afterwards = Optional.empty();

    /** Shows what changed. */
    interface Listener {
        /** There is nothing to show. */
        void nothing();

        void changed(TradeSheet sheet, List<MarkPoint> marks, List<FundingPoint> fundings);

        void changed(TradeSheet sheet, Annotated annotated);

        void failed(String sentence);
    }

    ShownTrade(UiDoor door, Listener listener) {
        this.door = requireNonNull(door);
        this.listener = requireNonNull(listener);
    }

    Optional<TradeId> id() {
        return id;
    }

    Optional<TradeSheet> sheet() {
        return sheet;
    }

    /** Where to read from; from another place everything is read anew. */
    void from(Optional<TradeReading.Source> newest, Optional<RecordingReader> recorded) {
        recordings = recorded;
        if (!newest.equals(source)) {
            stop();
            source = newest;
            sheet = Optional.empty();
            read();
        }
    }

    /** @param then is done when it is shown */
    void choose(TradeId wanted, Runnable then) {
        if (id.filter(wanted::equals).isPresent() && sheet.isPresent()) {
            then.run();
            return;
        }
        afterwards = Optional.of(then);
        if (id.filter(wanted::equals).isEmpty()) {
            id = Optional.of(wanted);
            readingMarks.ifPresent(MarksReading::cancel);
            marks = new ArrayList<>();
            fundings = List.of();
            read();
        }
    }

    /** Reads it again. */
    void read() {
        reading.ifPresent(TradeReading::cancel);
        reading = source.flatMap(from -> id.map(wanted -> new TradeReading(from, wanted,
                found -> door.enter(() -> read(wanted, found)), sentence -> door.enter(() -> failed(wanted, sentence)))));
        reading.ifPresent(TradeReading::schedule);
    }

    private void read(TradeId wanted, Optional<TradeReading.Found> found) {
        if (id.filter(wanted::equals).isEmpty()) {
            return;
        }
        if (found.isEmpty()) {
            sheet = Optional.empty();
            id = Optional.empty();
            listener.nothing();
            return;
        }
        var before = sheet.filter(one -> one.id().equals(wanted));
        sheet = Optional.of(found.get().sheet());
        annotated = Optional.of(found.get().annotated());
        fundings = found.get().fundings();
        funding = found.get().journal().result().funding();
        listener.changed(sheet.get(), List.copyOf(marks), fundings);
        listener.changed(sheet.get(), annotated.get());
        // the price samples of a close come after it into the recording
        if (before.isEmpty() || before.get().trade().isOpen() != sheet.get().trade().isOpen()) {
            readMarks(sheet.get());
        }
        var then = afterwards;
        afterwards = Optional.empty();
        then.ifPresent(Runnable::run);
    }

    private void failed(TradeId wanted, String sentence) {
        if (id.filter(wanted::equals).isPresent()) {
            listener.failed(sentence);
        }
    }

    private void readMarks(TradeSheet of) {
        readingMarks.ifPresent(MarksReading::cancel);
        readingMarks = source.flatMap(from -> recordings.map(recorded -> new MarksReading(from.reader(), recorded, of.trade(),
                read -> door.enter(() -> marksRead(of.id(), read)))));
        readingMarks.ifPresent(MarksReading::schedule);
    }

    private void marksRead(TradeId of, List<MarkPoint> read) {
        if (id.filter(of::equals).isPresent() && sheet.isPresent()) {
            var last = read.isEmpty() ? Optional.<MarkPoint>empty() : Optional.of(read.getLast());
            var newer = marks.stream().filter(mark -> last.isEmpty() || mark.at().isAfter(last.get().at())).toList();
            marks = new ArrayList<>(read);
            marks.addAll(newer);
            listener.changed(sheet.get(), List.copyOf(marks), fundings);
        }
    }

    /** The mirror may have something newer. */
    void look() {
        if (sheet.isEmpty() || source.isEmpty() || !sheet.get().trade().isOpen()) {
            return;
        }
        var directory = source.get().directory();
        var links = Optional.ofNullable(directory.links().get(sheet.get().account()));
        var live = directory.view().positions().stream().filter(position -> position.trade().id().equals(sheet.get().id())).findFirst();
        live.ifPresent(this::mark);
        var newest = sheet.get().with(live.map(LivePosition::trade).orElse(sheet.get().trade()), links, source.get().clock().instant());
        sheet = Optional.of(newest);
        listener.changed(newest, List.copyOf(marks), fundings);
    }

    private void mark(LivePosition position) {
        var price = position.mark().filter(mark -> mark.compareTo(BigDecimal.ZERO) > 0);
        if (position.markAt().isPresent() && price.isPresent()
                && (marks.isEmpty() || marks.getLast().at().isBefore(position.markAt().get()))) {
            marks.add(new MarkPoint(position.markAt().get(), price.get()));
            if (marks.size() > MOST_MARKS) {
                marks = new ArrayList<>(MarkPoint.thinned(marks, MOST_MARKS / 2));
            }
        }
    }

    /** Something became of a trade. Any thread. */
    void heard(Event event) {
        var about = Optional.ofNullable(event.getProperty(MirrorTopics.TRADE)).map(Object::toString);
        if (about.isPresent() && id.map(TradeId::value).equals(about)) {
            boolean figures = event.getTopic().equals(MirrorTopics.UPDATED);
            door.enter(() -> {
                // what the mirror shows already need not be read from the database each second
                if (!figures || sheet.filter(shown -> shown.trade().isOpen() && isLive(shown) && !wasFunded(shown)).isEmpty()) {
                    read();
                }
            });
        }
    }

    /** Of the moment of a funding only the journal knows. */
    private boolean wasFunded(TradeSheet shown) {
        return shown.trade().result().funding().compareTo(funding) != 0;
    }

    private boolean isLive(TradeSheet shown) {
        return source.map(from -> from.directory().view().positions().stream()
                .anyMatch(position -> position.trade().id().equals(shown.id()))).orElse(false);
    }

    /**
     * Finds the neighbour in the order of the Journal, newest first.
     *
     * @param older whether the one below
     */
    void neighbour(boolean older, Consumer<TradeId> found) {
        if (source.isEmpty() || sheet.isEmpty()) {
            return;
        }
        var query = new TradeQuery(TradeFilter.none(), Optional.of(TradeQuery.Place.of(sheet.get().trade())), older, OptionalInt.of(1));
        var reader = source.get().reader();
        var from = sheet.get().id();
        new Errand<>(Messages.TradeReading_job, () -> reader.trades(query),
                trades -> trades.stream().filter(trade -> !trade.id().equals(from)).findFirst()
                        .ifPresent(trade -> door.enter(() -> found.accept(trade.id()))),
                sentence -> door.enter(() -> listener.failed(sentence))).schedule();
    }

    void stop() {
        reading.ifPresent(TradeReading::cancel);
        readingMarks.ifPresent(MarksReading::cancel);
        reading = Optional.empty();
        readingMarks = Optional.empty();
        source = Optional.empty();
    }
}
