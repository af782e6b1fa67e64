package org.mirrorbook.ui.model.journal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.Annotations.Marks;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeIndex;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.journal.TradeSort;
import org.mirrorbook.ui.model.JournalRow;

/**
 * A journal of any size, of which only the pages in sight are read: the order of all ids, 16 bytes each, and a few pages of trades.
 * The first page of the newest trades is there before the order of the rest is. What is heard of single trades is read again alone, and put
 * where it belongs; so neither what is selected nor what is in sight moves more than it must.
 *
 * <p>What is asked for is asked from any thread and returns at once; {@link #work()} does it, on one thread at a time, which may block.
 * Longer than most classes, for all of it is about one state.
 */
public final class PagedJournal {

    /** So many trades are read together. */
    public static final int PAGE = 100;
    /** So many trades are kept. */
    static final int KEPT = 2_000;
    /** So many of those that were used last are read again at once when everything may be different. */
    private static final int SEEN = 300;
    /** Of what was wanted while nothing could be read, only the newest pages still count: the rest has been scrolled past. */
    private static final int WANTED_PAGES = 6;

    /** What the user noted of trades, as {@code Annotations.marks} tells it. */
    public interface Notes {
        Map<TradeId, Marks> marks(List<TradeId> trades);
    }

    /** How a trade becomes a row, as of now. */
    public interface RowMaker {
        JournalRow row(Trade trade, Marks marks);
    }

    /** What is known of what a row shows, as of the beginning of one piece of work. */
    public interface RowMakers {
        RowMaker now();
    }

    /**
     * What can be shown now. Immutable.
     *
     * @param index all of them, or the first page alone
     * @param rows those that are read
     * @param all how many trades there are without the filter
     * @param ordered whether the index is all of it
     */
    public record Shown(TradeIndex index, Map<TradeId, JournalRow> rows, TradeFilter filter, long all, boolean ordered) {
        public Shown {
            requireNonNull(index);
            requireNonNull(rows);
            requireNonNull(filter);
        }
    }

    private record Held(Trade trade, Marks marks) {
    }

    private record Question(TradeFilter filter, TradeSort sort) {
    }

    private final JournalReader reader;
    private final Notes notes;
    private final RowMakers makers;
    private final Consumer<Shown> shown;

    private final Set<TradeId> heard = new LinkedHashSet<>();
    private final LinkedHashSet<Integer> wanted = new LinkedHashSet<>();
    private Question asked = new Question(TradeFilter.none(), TradeSort.NEWEST);
    private boolean anew = true;
    private boolean remake;
    private Cancellation ordering = new Cancellation();

    /** Touched by the working thread only. */
    private final Map<TradeId, Held> held = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TradeId, Held> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<TradeId, JournalRow> rows = new HashMap<>();
    private Question current = asked;
    /** Of the index. */
    private Question answered;
    private TradeIndex index = TradeIndex.empty();
    private long all;

    /** @param shown gets the newest after each piece of work, on the working thread */
    public PagedJournal(JournalReader reader, Notes notes, RowMakers makers, Consumer<Shown> shown) {
        this.reader = requireNonNull(reader);
        this.notes = requireNonNull(notes);
        this.makers = requireNonNull(makers);
        this.shown = requireNonNull(shown);
    }

    /** Other trades, or another order. What is being read for the former question ends. */
    public synchronized void ask(TradeFilter filter, TradeSort sort) {
        asked = new Question(filter, sort);
        everything();
    }

    /** All may be different. */
    public synchronized void everything() {
        anew = true;
        wanted.clear();
        ordering.cancel();
    }

    /** Rows look different though their trades are the same: a link was lost, or figures are told in another way. */
    public synchronized void remake() {
        remake = true;
    }

    /** Something happened to this trade. */
    public synchronized void heard(TradeId trade) {
        heard.add(trade);
    }

    /** The row at that place is in sight and not read; says whether that is news. */
    public synchronized boolean want(int place) {
        int page = place / PAGE;
        if (wanted.contains(page)) {
            return false;
        }
        wanted.add(page);
        if (wanted.size() > WANTED_PAGES) {
            wanted.removeFirst();
        }
        return true;
    }

    /** Nobody wants anything any more. */
    public synchronized void cancel() {
        ordering.cancel();
    }

    /**
     * Does what there is to do, and returns when nothing is left.
     *
     * @throws org.mirrorbook.journal.JournalProblem when it cannot be read; everything is read anew the next time
     */
    public void work() {
        try {
            boolean again = true;
            while (again) {
                again = step();
            }
        } catch (CancellationException other) {
            // another question was asked, or nobody asks any more
            if (isAsked()) {
                work();
            }
        } catch (RuntimeException e) {
            everything();
            throw e;
        }
    }

    private synchronized boolean isAsked() {
        return anew;
    }

    private boolean step() {
        boolean fresh;
        boolean made;
        List<TradeId> changed;
        List<Integer> pages;
        Cancellation cancellation;
        synchronized (this) {
            fresh = anew;
            made = remake;
            changed = List.copyOf(heard);
            pages = List.copyOf(wanted);
            heard.clear();
            anew = false;
            remake = false;
            if (fresh) {
                current = asked;
                ordering = new Cancellation();
            }
            cancellation = ordering;
        }
        if (!fresh && !made && changed.isEmpty() && pages.isEmpty()) {
            return false;
        }
        var maker = makers.now();
        if (fresh) {
            readAnew(maker, cancellation);
        } else {
            if (!changed.isEmpty()) {
                follow(changed, maker);
            }
            readPages(pages, maker);
            if (made) {
                rows.clear();
                held.forEach((id, one) -> rows.put(id, maker.row(one.trade(), one.marks())));
            }
            show(true);
        }
        synchronized (this) {
            pages.forEach(wanted::remove);
        }
        return true;
    }

    private void readAnew(RowMaker maker, Cancellation cancellation) {
        var before = List.copyOf(held.keySet());
        held.clear();
        rows.clear();
        all = reader.count();
        // who sees the answer already keeps it until the new one is whole: what is selected must not leave for a moment
        boolean isKnown = current.equals(answered);
        if (!isKnown && current.sort().equals(TradeSort.NEWEST)) {
            var first = reader.trades(TradeQuery.newest(current.filter(), PAGE), cancellation);
            hold(first, maker);
            index = TradeIndex.of(first.stream().map(Trade::id).toList());
            if (first.size() < PAGE) {
                answered = current;
                show(true);
                return;
            }
            show(false);
        }
        index = reader.index(current.filter(), current.sort(), cancellation);
        // of what is seen already, the newest form
        hold(reader.trades(isKnown ? before.subList(Math.max(0, before.size() - SEEN), before.size()) : index.ids(0, PAGE)), maker);
        answered = current;
        show(true);
    }

    private void readPages(List<Integer> pages, RowMaker maker) {
        for (int page : pages) {
            var missing = index.ids(page * PAGE, page * PAGE + PAGE).stream().filter(id -> !held.containsKey(id)).toList();
            if (!missing.isEmpty()) {
                hold(reader.trades(missing), maker);
            }
        }
    }

    private void hold(List<Trade> trades, RowMaker maker) {
        var marks = notes.marks(trades.stream().map(Trade::id).toList());
        for (var trade : trades) {
            var one = new Held(trade, marks.getOrDefault(trade.id(), Marks.none()));
            held.put(trade.id(), one);
            rows.put(trade.id(), maker.row(one.trade(), one.marks()));
        }
        if (rows.size() > held.size()) {
            rows.keySet().retainAll(held.keySet());
        }
    }

    private void follow(List<TradeId> changed, RowMaker maker) {
        var newest = new HashMap<TradeId, Trade>();
        reader.trades(changed).forEach(trade -> newest.put(trade.id(), trade));
        var passing = current.filter().isNone() ? newest.keySet() : reader.passing(current.filter(), newest.keySet());
        boolean counted = false;
        for (var id : changed) {
            var place = index.place(id);
            var trade = newest.get(id);
            if (trade == null || !passing.contains(id)) {
                if (place.isPresent()) {
                    index = index.without(place.getAsInt());
                    counted = true;
                }
                held.remove(id);
                rows.remove(id);
                continue;
            }
            var before = Optional.ofNullable(held.get(id)).map(Held::trade);
            if (place.isPresent() && before.isPresent() && !trade.isOpen() && isElsewhere(before.get(), trade)) {
                index = index.without(place.getAsInt());
                place = OptionalInt.empty();
            }
            hold(List.of(trade), maker);
            if (place.isEmpty()) {
                index = index.with(placeOf(trade), id);
                counted = true;
            }
        }
        if (counted) {
            all = reader.count();
        }
    }

    /** An open trade stays where it is while its figures move: rows must not run about under the user's hand. */
    private boolean isElsewhere(Trade before, Trade now) {
        return current.sort().comparator().compare(before, now) != 0;
    }

    private int placeOf(Trade trade) {
        Comparator<Trade> order = current.sort().comparator();
        int low = 0;
        int high = index.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            var there = at(middle);
            if (there.isEmpty() || order.compare(there.get(), trade) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<Trade> at(int place) {
        var id = index.id(place);
        var known = held.get(id);
        return known != null ? Optional.of(known.trade()) : reader.trades(List.of(id)).stream().findFirst();
    }

    private void show(boolean ordered) {
        // the first asking makes a table of places, which must not be left to the thread that asks
        index.place(new TradeId(""));
        shown.accept(new Shown(index, Map.copyOf(rows), current.filter(), all, ordered));
    }

    /** The trades that are kept now, for tests. */
    List<TradeId> kept() {
        return new ArrayList<>(held.keySet());
    }
}
