package org.mirrorbook.ui.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.journal.Range;
import org.mirrorbook.ui.model.journal.FilterChoice.More;
import org.mirrorbook.ui.model.journal.FilterChoice.Sureness;

class KeptFilterTest {

    private static final FilterChoice FULL = new FilterChoice("btc, r>1 & more=less", Set.of(TradeStatus.WIN, TradeStatus.BE),
            Optional.of(Side.LONG), Set.of(new AccountId("a1"), new AccountId("b 2")), Dates.LAST_30,
            new More(Optional.of(Sureness.CORRECTED), Set.of(Environment.LIVE), Set.of(ProtectionSource.PLANNED),
            Set.of("h4 level", "news"),
                    Set.of("Failed high"), Range.from(new BigDecimal("-1.5")), Range.between(BigDecimal.ZERO, new BigDecimal("100"))));

    @Test
    void aChoiceComesBackAsItWasKept() {
        assertThat(KeptFilter.read(KeptFilter.write(FULL))).isEqualTo(FULL);
        assertThat(KeptFilter.write(FilterChoice.NONE)).isEmpty();
        assertThat(KeptFilter.read("")).isEqualTo(FilterChoice.NONE);
    }

    @Test
    void wordsOfALaterVersionCountAsNotChosen() {
        assertThat(KeptFilter.read("status=DOUBTED&status=WIN&dates=LAST_CENTURY&rFrom=much&colour=red"))
                .isEqualTo(FilterChoice.NONE.toggled(TradeStatus.WIN));
    }

    @Test
    void buttonsSayWhatIsChosenAndNarrowOnesThatAlone() {
        assertThat(FilterWords.statuses(Set.of())).extracting(FilterWords::whole, FilterWords::shortened, FilterWords::set)
                .containsExactly("Status All", "Status", false);
        assertThat(FilterWords.statuses(Set.of(TradeStatus.LOSS))).extracting(FilterWords::whole, FilterWords::shortened)
                .containsExactly("Status Loss", "Loss");
        var labels = Map.of(new AccountId("a1"), "Swing", new AccountId("a2"), "Main", new AccountId("a3"), "Demo");
        assertThat(FilterWords.accounts(Set.of(new AccountId("a1"), new AccountId("a2")), labels).whole()).isEqualTo("Main, Swing");
        assertThat(FilterWords.accounts(labels.keySet(), labels).shortened()).isEqualTo("3 of 3");
        assertThat(FilterWords.dates(Dates.LAST_30).whole()).isEqualTo("Last 30 days");
        assertThat(FilterWords.more(FULL.more()).shortened()).isEqualTo("More: 7");
        assertThat(FilterWords.more(More.NONE).whole()).isEqualTo("More");
        assertThat(FilterWords.saved("Real money").whole()).isEqualTo("Saved Real money");
    }
}
