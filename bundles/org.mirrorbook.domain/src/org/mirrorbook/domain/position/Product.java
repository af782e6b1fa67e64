package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

/**
 * A family of contracts that the venue reports together, such as {@code USDT-FUTURES}.
 *
 * @param code as the venue spells it
 * @param inverse whether profit is paid in the base coin (coin-margined), so that it is not quantity times price difference
 */
public record Product(String code, boolean inverse) {

    public Product {
        requireNonNull(code);
    }
}
