package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;

class EmptinessTest {

    @Test
    void nothingIsOpenIsSaidOnlyWhenEveryMirroredAccountIsLive() {
        assertThat(Emptiness.of(List.of(account("a", true), account("b", false)), Map.of(new AccountId("a"), link(LinkState.LIVE))))
                .isEqualTo(Emptiness.NOTHING_OPEN);
    }

    @Test
    void anAccountThatIsNotLiveMayHoldPositions() {
        assertThat(Emptiness.of(List.of(account("a", true), account("b", true)),
                Map.of(new AccountId("a"), link(LinkState.LIVE), new AccountId("b"), link(LinkState.RECONNECTING))))
                        .isEqualTo(Emptiness.PARTLY_LIVE);
        assertThat(Emptiness.of(List.of(account("a", true)), Map.of(new AccountId("a"), link(LinkState.CONNECTING))))
                .isEqualTo(Emptiness.NOT_LIVE);
        assertThat(Emptiness.of(List.of(account("a", true)), Map.of())).isEqualTo(Emptiness.NOT_LIVE);
    }

    @Test
    void withEveryMirrorOffNothingIsKnown() {
        assertThat(Emptiness.of(List.of(account("a", false)), Map.of())).isEqualTo(Emptiness.NOTHING_MIRRORED);
    }

    private static LinkStatus link(LinkState state) {
        return LinkStatus.of(state, Example.NOW);
    }

    private static Account account(String id, boolean mirror) {
        return new Account(new AccountId(id), id, "bitget", Environment.LIVE, Optional.empty(), "classic", "", mirror, false, Example.NOW);
    }
}
