package org.mirrorbook.exchange.practice.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class IdMintTest {

    @Test
    void aRealIdDecodesToItsBirth() {
        // positions-history-2: posId and cTime of a life of June 2024
        assertThat(IdMint.timeOf(1_188_739_982_370_652_163L)).isEqualTo(1_719_143_618_195L);
    }

    @Test
    void noIdIsGivenTwiceInTheSameMillisecond() {
        IdMint mint = new IdMint();
        Set<Long> ids = new HashSet<>();
        for (int count = 0; count < 10_000; count++) {
            ids.add(mint.mint(Sample.NOON));
        }
        assertThat(ids).hasSize(10_000).allMatch(id -> IdMint.timeOf(id) == Sample.NOON);
    }
}
