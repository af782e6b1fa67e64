package org.mirrorbook.exchange.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.AccountKind;
import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.Ledger;
import org.mirrorbook.exchange.practice.books.LedgerPage;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.OrderRequest;
import org.mirrorbook.exchange.practice.memory.MemoryFile;
import org.mirrorbook.exchange.practice.memory.MemoryFile.Remembered;
import org.mirrorbook.exchange.practice.memory.MemoryLine;
import org.mirrorbook.exchange.practice.trader.Guard;
import org.mirrorbook.exchange.practice.trader.Trader;
import org.mirrorbook.exchange.practice.trader.TraderState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What makes an exchange go: the floor, the traders on it and the memory of both. Whatever happens is remembered before it is told to
 * anybody, so a client never knows more than the exchange will after a restart. Has no clock; used on the lane only.
 */
final class Engine {

    private final Logger logger = LoggerFactory.getLogger(Engine.class);
    private final Floor floor;
    private final List<Trader> traders;
    private final Optional<MemoryFile> memory;

    Engine(Floor floor, List<Trader> traders, Optional<MemoryFile> memory) {
        this.floor = floor;
        this.traders = traders;
        this.memory = memory;
    }

    /** An engine as the settings want it, going on from the memory where there is one. */
    static Engine of(PracticeSettings settings, Floor floor, Optional<MemoryFile> memory, long now) {
        List<Trader> traders = IntStream.range(0, settings.trader() ? settings.accounts() : 0)
                .mapToObj(account -> new Trader(floor.contracts(), settings.seed(), Integer.toString(account), settings.speed()))
                .toList();
        Engine engine = new Engine(floor, traders, memory);
        engine.begin(memory.flatMap(MemoryFile::recall), AccountKind.named(settings.kind()).orElseThrow(), now);
        return engine;
    }

    private void begin(Optional<Remembered> remembered, AccountKind kind, long now) {
        int known = remembered.map(memories -> memories.floor().accounts().size()).orElse(0);
        if (known > floor.accounts().size()) {
            logger.warn("The memory knows {} accounts, {} are wanted; the others are forgotten", known, floor.accounts().size());
        }
        remembered.ifPresent(memories -> {
            floor.resume(memories.floor());
            for (int account = 0; account < Math.min(floor.accounts().size(), memories.ledgers().size()); account++) {
                floor.account(account).ledger().resume(memories.ledgers().get(account));
            }
            for (int account = 0; account < Math.min(traders.size(), memories.traders().size()); account++) {
                traders.get(account).resume(memories.traders().get(account));
            }
        });
        for (int account = known; account < traders.size(); account++) {
            try {
                traders.get(account).settleIn(floor.account(account), now);
            } catch (OrderRefused impossible) {
                throw new IllegalStateException("A fresh account refuses its settings", impossible);
            }
        }
        if (kind == AccountKind.UNIFIED) {
            floor.accounts().forEach(AccountBook::convert);
        }
        rememberAll();
    }

    /** Brings everything to the given time, in ms since 1970; tells what happened, in order. */
    List<Happening> advance(long now) {
        List<Happening> happenings = new ArrayList<>(floor.advance(now));
        for (int account = 0; account < traders.size(); account++) {
            AccountBook book = floor.account(account);
            List<BookEvent> topUp = book.topUp();
            if (!topUp.isEmpty()) {
                happenings.add(new Happening(account, topUp, now));
            }
            Trader.Deeds deeds = traders.get(account).due(now, book);
            for (Guard guard : deeds.guards()) {
                List<BookEvent> events = guard.in(book, floor.prices().of(guard.position().contract()).mark(), now);
                if (!events.isEmpty()) {
                    happenings.add(new Happening(account, events, now));
                }
            }
            for (OrderRequest order : deeds.orders()) {
                try {
                    happenings.add(floor.place(account, order, now).happening());
                } catch (OrderRefused refused) {
                    // somebody trades by hand beside him and has used up money or positions: he drops the plan by himself
                    logger.debug("The practice trader's order was refused: {}", refused.getMessage());
                }
            }
        }
        if (!happenings.isEmpty()) {
            remember();
        }
        return happenings;
    }

    /** To be called after every change from outside, before anybody is told. */
    void remember() {
        memory.ifPresent(file -> {
            if (file.isLong()) {
                rememberAll();
            } else {
                file.append(line(floor.accounts().stream().map(AccountBook::ledger).map(Ledger::takeNews).toList()));
            }
        });
    }

    /** Writes everything in one piece. */
    void rememberAll() {
        memory.ifPresent(file -> {
            floor.accounts().forEach(book -> book.ledger().takeNews());
            file.rewrite(line(floor.accounts().stream().map(AccountBook::ledger).map(Ledger::whole).toList()));
        });
    }

    private MemoryLine line(List<LedgerPage> news) {
        List<TraderState> states = traders.stream().map(Trader::state).toList();
        return new MemoryLine(MemoryLine.VERSION, floor.state(), states, news);
    }
}
