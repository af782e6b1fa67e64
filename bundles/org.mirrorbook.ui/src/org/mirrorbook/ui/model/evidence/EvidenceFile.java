package org.mirrorbook.ui.model.evidence;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.journal.TradeEvent;

/**
 * The evidence of a trade as a file: JSON lines in UTF-8, the trade first, then a line a message with what it changed and its text as it was
 * received. Figures have all their digits. There are no keys in it: they are never recorded.
 */
public final class EvidenceFile implements AutoCloseable {

    private final Writer out;

    /** @param out is closed with this */
    public EvidenceFile(Writer out) {
        this.out = out;
    }

    /** Which trade it is, and what it came to. */
    public void head(Trade trade) throws IOException {
        var slot = trade.slot();
        line("{" + member("trade", trade.id().value()) + "," + member("fingerprint", trade.fingerprint().value()) + ","
                + member("symbol", slot.instrument()) + "," + member("side", slot.side().name()) + ","
                + member("openedAt", trade.openedAt().toString()) + "," + member("status", trade.status().name()) + ","
                + member("certainty", trade.certainty().name()) + "," + member("net", trade.result().net().toPlainString()) + ","
                + member("coin", slot.marginCoin()) + "}");
    }

    /** @param text as it was received; empty where there is none */
    public void step(Step step, String text) throws IOException {
        var changes = step.changes().stream().map(EvidenceFile::change).toList();
        line("{" + "\"message\":" + step.number() + "," + member("receivedAt", step.receivedAt().toString()) + ","
                + member("channel", step.channel()) + ",\"changes\":" + array(changes) + states(step) + "," + member("text", text) + "}");
    }

    private static String states(Step step) {
        return step.after().map(trade -> "," + member("size", (trade.isOpen() ? trade.terms().quantity().toPlainString() : "0")) + ","
                + member("entry", trade.terms().effectiveEntry().toPlainString()) + ","
                + member("netRealised", EvidenceRows.realised(trade).toPlainString())).orElse("");
    }

    private static String change(TradeEvent event) {
        return "{" + member("change", event.kind()) + ",\"revision\":" + event.revision() + "," + member("at", event.at().toString())
                + ",\"detail\":" + (Json.of(event.detail()).isPresent() ? event.detail() : quoted(event.detail())) + "}";
    }

    private static String array(List<String> items) {
        return "[" + String.join(",", items) + "]";
    }

    private static String member(String name, String value) {
        return quoted(name) + ":" + quoted(value);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private void line(String line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
