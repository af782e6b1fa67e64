package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open lives of an account, in the order of their birth. Not safe for use from several threads. */
final class OpenPositions {

    private final List<Position> positions = new ArrayList<>();

    List<Position> all() {
        return List.copyOf(positions);
    }

    List<Position> of(ProductType product) {
        return positions.stream().filter(position -> position.contract().product() == product).toList();
    }

    List<Position> of(Contract contract) {
        return positions.stream().filter(position -> position.contract().equals(contract)).toList();
    }

    Optional<Position> of(Contract contract, HoldSide side) {
        return of(contract).stream().filter(position -> position.side() == side).findFirst();
    }

    /** Puts the newer state of a life in the place of the older one, or adds a new life; a life without size leaves. */
    void put(Position position) {
        int index = 0;
        while (index < positions.size() && positions.get(index).posId() != position.posId()) {
            index++;
        }
        if (index == positions.size()) {
            positions.add(position);
        } else if (position.total().signum() == 0) {
            positions.remove(index);
        } else {
            positions.set(index, position);
        }
    }

    BigDecimal margin(String coin, Optional<MarginMode> mode) {
        return positions.stream()
                .filter(position -> position.contract().marginCoin().equals(coin))
                .filter(position -> mode.isEmpty() || mode.get() == position.marginMode())
                .map(Position::marginSize)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
