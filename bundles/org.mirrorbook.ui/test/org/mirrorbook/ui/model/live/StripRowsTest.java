package org.mirrorbook.ui.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.CellShape;
import org.mirrorbook.ui.model.Example;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

class StripRowsTest {

    private static final Instant NOW = Example.NOW;

    private final StripRows rows = new StripRows(new Figures(ZoneOffset.UTC));

    @Test
    void aLiveAccountTellsHowWellItDoes() {
        var row = rows.of(new StripFacts(account(Environment.LIVE, true), Optional.of(link(LinkState.LIVE, "")), Optional.of(health()),
                Optional.of(pulse()), 5), true, NOW);

        assertThat(row.cells().stream().map(Cell::words)).containsExactly("", "Main", "Bitget, classic",
                "live 5 positions, aligned 13:53:58", "0.3 s", "+12 ms", "0", "7 ms", "5", "25,418.36", "", "");
        assertThat(row.cell(StripColumn.MIRROR).drawing()).contains(new CellShape.Check(true));
        assertThat(row.cell(StripColumn.STATE).shape()).isEqualTo(Shape.DOT);
        assertThat(row.cell(StripColumn.EQUITY).tip()).contains("0.5 BTC");
        assertThat(row.mends()).isEqualTo(StripRow.Mending.SYNC);
    }

    @Test
    void aLostLinkSaysSinceWhenAndWhenTheNextTryIs() {
        var status = new LinkStatus(LinkState.RECONNECTING, Optional.of("NO_PONG"), "", NOW.minusSeconds(261),
                Optional.of(NOW.plusSeconds(7)));
        var row = rows.of(new StripFacts(account(Environment.LIVE, true), Optional.of(status), Optional.of(health(NOW.minusSeconds(261))),
                Optional.of(pulse()), 2), true, NOW);

        assertThat(row.cell(StripColumn.STATE).words()).isEqualTo("reconnecting since 14:02 next try in 8 s");
        assertThat(row.cell(StripColumn.GAPS)).extracting(Cell::text, Cell::tone).containsExactly("1", Tone.WARN);
        assertThat(row.cell(StripColumn.MESSAGE).tone()).isEqualTo(Tone.WARN);
        assertThat(row.cell(StripColumn.EQUITY).tone()).isEqualTo(Tone.STALE);
        assertThat(row.mends()).isEqualTo(StripRow.Mending.RECONNECT);
    }

    @Test
    void onlyGapsOfTodayAreCounted() {
        // now is 14:06:21 UTC of 12 November: one second before midnight is yesterday
        var midnight = Instant.parse("2026-11-12T00:00:00Z");
        var health = health(midnight.minusSeconds(1), midnight, NOW.minusSeconds(261));
        var row = rows.of(new StripFacts(account(Environment.LIVE, true), Optional.of(link(LinkState.LIVE, "")), Optional.of(health),
                Optional.of(pulse()), 2), true, NOW);

        assertThat(row.cell(StripColumn.GAPS)).extracting(Cell::text, Cell::tip).containsExactly("2", "The newest began at 14:02:00.");
    }

    @Test
    void anAccountWhoseKeyIsRefusedOffersANewKey() {
        var refused = link(LinkState.NEEDS_ATTENTION, "The key is refused.");
        var facts = new StripFacts(account(Environment.DEMO, true), Optional.of(refused), Optional.empty(), Optional.empty(), 0);
        var row = rows.of(facts, true, NOW);

        assertThat(row.cell(StripColumn.ACCOUNT).words()).isEqualTo("Main DEMO");
        assertThat(row.cell(StripColumn.STATE).words()).isEqualTo("needs attention The key is refused.");
        assertThat(row.cell(StripColumn.CLOCK).text()).isEqualTo("\u2013");
        assertThat(row.mends()).isEqualTo(StripRow.Mending.NEW_KEY);
    }

    @Test
    void anAccountThatIsOffSaysSoAndCannotBeDisconnected() {
        var row = rows.of(new StripFacts(account(Environment.LIVE, false), Optional.empty(), Optional.empty(), Optional.empty(), 0), false,
                NOW);

        assertThat(row.cell(StripColumn.STATE).words()).isEqualTo("off");
        assertThat(row.cell(StripColumn.OPEN).text()).isEqualTo("\u2013");
        assertThat(row.cell(StripColumn.END).isEmpty()).isTrue();
        assertThat(row.mends()).isEqualTo(StripRow.Mending.RECONNECT);
    }

    private static Account account(Environment environment, boolean mirror) {
        return new Account(Example.MAIN, "Main", "bitget", environment, Optional.empty(), "classic", "mark", mirror, false, NOW);
    }

    private static LinkStatus link(LinkState state, String reason) {
        return new LinkStatus(state, Optional.empty(), reason, NOW.minusSeconds(60), Optional.empty());
    }

    private static LinkHealth health(Instant... gaps) {
        return new LinkHealth(Optional.of(NOW.minusMillis(310)), Optional.of(Instant.parse("2026-11-12T13:53:58Z")),
                Optional.of(Duration.ofMillis(12)), gaps.length, 0, Optional.empty(), List.of(gaps));
    }

    private static MirrorPulse pulse() {
        return new MirrorPulse(Optional.of(Duration.ofMillis(7)), 840, List.of(new Money(Example.decimal("0.5"), "BTC"),
                new Money(Example.decimal("25418.36"), "USDT")), Optional.of(NOW));
    }
}
