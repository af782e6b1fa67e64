package org.mirrorbook.ui.model.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;

class OverallTest {

    @Test
    void theWorstConnectionDecides() {
        assertThat(of()).isEqualTo(Overall.OFF);
        assertThat(of(LinkState.OFF)).isEqualTo(Overall.OFF);
        assertThat(of(LinkState.LIVE, LinkState.OFF)).isEqualTo(Overall.LIVE);
        assertThat(of(LinkState.LIVE, LinkState.RECONNECTING)).isEqualTo(Overall.UNDER_WAY);
        assertThat(of(LinkState.LIVE, LinkState.RECONNECTING, LinkState.NEEDS_ATTENTION)).isEqualTo(Overall.ATTENTION);
    }

    private static Overall of(LinkState... states) {
        List<LinkStatus> links = Stream.of(states).map(state -> LinkStatus.of(state, Instant.EPOCH)).toList();
        return Overall.of(links);
    }
}
