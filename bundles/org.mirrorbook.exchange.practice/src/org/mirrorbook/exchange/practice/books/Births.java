package org.mirrorbook.exchange.practice.books;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Gives lives their id and time of birth: new ones each time, or, as the venue did until 2023, those of the first life ever in the same
 * slot (protocol notes, Bitget 4). Not safe for use from several threads.
 */
final class Births {

    private final IdMint ids;
    private final BooleanSupplier bySlot;
    private final Map<Slot, Birth> first = new HashMap<>();

    private record Slot(Contract contract, HoldSide side, MarginMode marginMode) {
    }

    /**
     * The birth of a life.
     *
     * @param at in ms since 1970
     */
    record Birth(long posId, long at) {
    }

    Births(IdMint ids, BooleanSupplier bySlot) {
        this.ids = ids;
        this.bySlot = bySlot;
    }

    Birth next(Contract contract, HoldSide side, MarginMode marginMode, long at) {
        Birth fresh = new Birth(ids.mint(at), at);
        Birth oldest = first.computeIfAbsent(new Slot(contract, side, marginMode), slot -> fresh);
        return bySlot.getAsBoolean() ? oldest : fresh;
    }
}
