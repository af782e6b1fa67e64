package org.mirrorbook.ui.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.mirrorbook.journal.Annotations.Marks;
import org.mirrorbook.journal.Annotations.Note;

class TradeFileTest {

    private static final Marks NOTED = new Marks(true, new Note("", "Failed \"high\"", OptionalInt.of(4), "late, twice", ""),
            List.of("h4", "news"), 1);

    @Test
    void aTableHasTheColumnsOfTheCommandLineAndBehindThemWhatWasNoted() throws IOException {
        var lines = written("trades.csv").split("\r\n");

        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("id,fingerprint,source,account,accountId,environment,exchange,product,symbol,positionId")
                .endsWith("excursionGap,setup,tags,rating,mistakes,emotion");
        assertThat(lines[1]).contains(",Main,main,live,bitget,USDT-FUTURES,BTCUSDT,1,LONG,CROSSED,WIN,CONFIRMED,10,10,1,,,10,")
                .endsWith("\"Failed \"\"high\"\"\",h4; news,4,\"late, twice\",");
    }

    @Test
    void jsonKeepsDecimalsAsTextsAndSaysWhatIsNotKnown() throws IOException {
        var text = written("trades.JSON");

        assertThat(text).startsWith("[\n{\"id\":\"").endsWith("}\n]\n").contains("\"netPnl\":\"12.5\"", "\"leverage\":null",
                "\"setup\":\"Failed \\\"high\\\"\"", "\"found\":false", "\"openedAt\":\"2026-01-01T00:01:00.000Z\"");
    }

    @Test
    void anEmptyListIsOne() throws IOException {
        var out = new StringWriter();
        TradeFile.of("x.json", out).close();
        assertThat(out).hasToString("[]\n");
    }

    private static String written(String name) throws IOException {
        var out = new StringWriter();
        try (var file = TradeFile.of(name, out)) {
            file.write(new ExportedTrade(HeldTrades.closed("BTCUSDT", 1, "12.50"), NOTED, "Main"));
            file.write(new ExportedTrade(HeldTrades.open("ETHUSDT", 2), Marks.none(), ""));
        }
        return out.toString();
    }
}
