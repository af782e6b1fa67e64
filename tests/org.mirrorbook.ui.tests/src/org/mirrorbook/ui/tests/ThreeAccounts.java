package org.mirrorbook.ui.tests;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;

/** One account that is live, one whose link is lost, one whose key is refused; eight open positions and ten trades. */
final class ThreeAccounts {

    private ThreeAccounts() {
    }

    /** Puts them on the stage. */
    static void on(Stage stage) {
        var main = stage.account("Main", Environment.LIVE, "classic", true);
        var swing = stage.account("Swing", Environment.LIVE, "unified", true);
        var demo = stage.account("Demo", Environment.DEMO, "classic", true);
        var liveSince = Sample.NOW.minus(Duration.ofMinutes(133));
        var lostAt = Sample.NOW.minusSeconds(261);
        stage.link(main, LinkStatus.of(LinkState.LIVE, liveSince));
        stage.link(swing, new LinkStatus(LinkState.RECONNECTING, Optional.of("UNREACHABLE"), "The exchange does not answer.", lostAt,
                Optional.of(Sample.NOW.plusSeconds(8))));
        stage.link(demo, new LinkStatus(LinkState.NEEDS_ATTENTION, Optional.of("40012"), "The key is refused.",
                Sample.NOW.minusSeconds(1150),
                Optional.empty()));
        var btc = Sample.of(main, "BTCUSDT", Side.LONG, "0.200", "103186.44", "20", "1031.86", 192);
        var eth = Sample.of(main, "ETHUSDT", Side.SHORT, "3.00", "3541.18", "15", "708.24", 340);
        var xrp = Sample.of(main, "XRPUSDT", Side.LONG, "3000", "2.5264", "10", "757.92", 115);
        var doge = Sample.of(main, "DOGEUSDT", Side.SHORT, "42000", "0.19518", "25", "327.9", 26);
        var link = Sample.of(main, "LINKUSDT", Side.LONG, "310", "16.482", "5", "1021.88", 48);
        var btcSwing = Sample.of(swing, "BTCUSDT", Side.SHORT, "0.150", "105020", "5", "3150.6", 3120);
        var sui = Sample.of(swing, "SUIUSDT", Side.LONG, "1850", "2.974", "8", "687.74", 1170);
        var avax = Sample.of(demo, "AVAXUSDT", Side.LONG, "240", "21.746", "10", "521.9", 185);
        List<LivePosition> positions = List.of(
                avax.live("21.903", "37.68", "0", LinkState.NEEDS_ATTENTION, 1150),
                btc.live("104512.5", "265.2199", "0", LinkState.LIVE, 1),
                eth.live("3486.2", "164.94", "88.80", LinkState.LIVE, 1),
                xrp.live("2.4817", "-134.1", "0", LinkState.LIVE, 1),
                doge.live("0.19342", "73.92", "0", LinkState.LIVE, 1),
                link.live("16.497", "4.65", "0", LinkState.LIVE, 12),
                btcSwing.live("104486", "80.1", "0", LinkState.RECONNECTING, 261),
                sui.live("2.8916", "-152.44", "0", LinkState.RECONNECTING, 261));
        stage.view(new LiveView(1, positions));
        List.of(btc.open("265.2199", "0"), eth.open("164.94", "88.80"), xrp.open("-134.1", "0"), sui.open("-152.44", "0"),
                avax.open("37.68", "0")).forEach(stage::journal);
        stage.journal(Sample.of(main, "BNBUSDT", Side.SHORT, "24", "962.35", "10", "2309", 74)
                .closed("-229.2", "-27.85", "971.9", Certainty.PROVISIONAL, Exit.Basis.MARK, 66));
        stage.journal(Sample.of(main, "SOLUSDT", Side.LONG, "100", "178.214", "10", "1782", 345)
                .closed("424.85", "-15.16", "182.463", Certainty.CONFIRMED, Exit.Basis.RECORD, 320));
        stage.journal(Sample.of(swing, "ETHUSDT", Side.LONG, "3", "3498.4", "10", "1049", 926)
                .closed("8.4", "-8.4", "3502.95", Certainty.UNCONFIRMED, Exit.Basis.FILLS, 172));
        stage.journal(Sample.of(main, "ADAUSDT", Side.LONG, "12000", "0.6248", "10", "749", 1424)
                .closed("-200.4", "-8.88", "0.6081", Certainty.CONFIRMED, Exit.Basis.RECORD, 47));
        stage.journal(Sample.of(swing, "BTCUSDT", Side.SHORT, "0.35", "103980", "10", "3639", 1321)
                .closed("393.58", "-43.44", "102855.5", Certainty.CONFIRMED, Exit.Basis.RECORD, 135));
    }
}
