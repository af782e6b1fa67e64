package org.mirrorbook.benchmarks;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The open positions of one account as the venue writes them: five, whose marks, profits and margins move with each push. The mark is the
 * number of the push, so that whoever shows it shows how far it has got: push n has the mark 100 + n / 100,000, up to a million pushes.
 */
public final class Positions {

    /** How many there are. */
    public static final int ROWS = 5;
    /** The mark before the first push, times 10^{@value #MARK_SCALE}. */
    private static final long MARK = 10_000_000;
    private static final int MARK_SCALE = 5;
    private static final int MOST = 1_000_000;
    private static final String[] SYMBOLS = {"BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "DOGEUSDT"};

    private final long firstId;
    private final long opened = System.currentTimeMillis() - 60_000;
    /** Of the first position, in tenths. */
    private final AtomicLong size = new AtomicLong(5);
    private final AtomicLong newest = new AtomicLong();

    /** @param account any number; other accounts have other positions */
    public Positions(int account) {
        firstId = 1_000_000_000_000L + account * 10L;
    }

    /** The number of the push that first showed a mark. */
    public static long number(BigDecimal mark) {
        return mark.movePointRight(MARK_SCALE).longValueExact() - MARK;
    }

    /** The mark of a push. */
    public static BigDecimal mark(long n) {
        return BigDecimal.valueOf(MARK + n % MOST, MARK_SCALE);
    }

    /** Structure changes: the first position grows by 0.1 with the next push. */
    public void grow() {
        size.incrementAndGet();
    }

    /** The n-th push, in one text. */
    public String push(long n) {
        newest.set(n);
        var text = new StringBuilder(4000);
        text.append("{\"action\":\"snapshot\",\"arg\":{\"instType\":\"USDT-FUTURES\",\"channel\":\"positions\",\"instId\":\"default\"},\"data\":[");
        rows(text, n, "instId");
        return text.append("],\"ts\":").append(System.currentTimeMillis()).append('}').toString();
    }

    /** The same as the answer to a question. */
    public String listed() {
        var text = new StringBuilder("[");
        rows(text, newest.get(), "symbol");
        return text.append(']').toString();
    }

    private void rows(StringBuilder text, long n, String symbol) {
        for (int i = 0; i < ROWS; i++) {
            if (i > 0) {
                text.append(',');
            }
            row(text, i, n, symbol);
        }
    }

    private void row(StringBuilder text, int i, long n, String symbol) {
        long hundredThousandths = n % MOST;
        var held = new BigDecimal(i == 0 ? size.get() : 5).movePointLeft(1);
        text.append("{\"posId\":\"").append(firstId + i).append("\",\"").append(symbol).append("\":\"").append(SYMBOLS[i])
                .append("\",\"marginCoin\":\"USDT\",\"marginSize\":\"").append(BigDecimal.valueOf(250_000 + hundredThousandths % 9973, 5))
                .append("\",\"marginMode\":\"crossed\",\"holdSide\":\"").append(i % 2 == 0 ? "long" : "short")
                .append("\",\"posMode\":\"hedge_mode\",\"total\":\"").append(held).append("\",\"available\":\"").append(held)
                .append("\",\"frozen\":\"0\",\"openPriceAvg\":\"100\",\"leverage\":20,\"achievedProfits\":\"0\",\"unrealizedPL\":\"")
                .append(i % 2 == 0 ? "" : "-")
                .append(held.multiply(BigDecimal.valueOf(hundredThousandths, MARK_SCALE)).toPlainString())
                .append("\",\"unrealizedPLR\":\"").append(BigDecimal.valueOf(hundredThousandths * 2, MARK_SCALE + 1).toPlainString())
                .append("\",\"liquidationPrice\":\"17.629684814834\",\"keepMarginRate\":\"0.004\",\"marginRate\":\"")
                .append(BigDecimal.valueOf(7_000_000 + hundredThousandths, 9).toPlainString())
                .append("\",\"breakEvenPrice\":\"100.12\",\"totalFee\":\"\",\"deductedFee\":\"0.03\",\"markPrice\":\"")
                .append(mark(n)).append("\",\"assetMode\":\"single\",\"autoMargin\":\"off\"")
                .append(",\"cTime\":\"").append(opened + i).append("\",\"uTime\":\"").append(opened + 1000 + n).append("\"}");
    }
}
