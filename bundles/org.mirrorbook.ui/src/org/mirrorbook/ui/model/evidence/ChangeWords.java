package org.mirrorbook.ui.model.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.evidence.Json.Items;
import org.mirrorbook.ui.model.evidence.Json.Struct;

/** What a change did to a trade, in words: its name, and how the trade is now. Figures have all their digits. */
final class ChangeWords {

    private static final Struct NOTHING = new Struct(List.of());

    private final Figures figures;

    ChangeWords(Figures figures) {
        this.figures = figures;
    }

    /** The name of a change; an unknown one, of a later version, as it is. */
    String name(TradeEvent event) {
        return switch (event.kind()) {
            case "TradeOpened" -> Messages.Change_opened;
            case "ScaledIn" -> Messages.Change_scaledIn;
            case "ScaledOut" -> Messages.Change_scaledOut;
            case "ExecutionExplained" -> Messages.Change_explained;
            case "TermsChanged" -> Messages.Change_terms;
            case "CostBooked" -> Messages.Change_cost;
            case "TradeClosed" -> Messages.Change_closed;
            case "CloseRevoked" -> Messages.Change_revoked;
            case "DetailsMissing" -> Messages.Change_missing;
            case "TradeConfirmed" -> Messages.Change_confirmed;
            case "TradeUnconfirmed" -> Messages.Change_unconfirmed;
            case "CloseExplained" -> Messages.Change_reason;
            case "SlotChanged" -> Messages.Change_slot;
            case "TradeSplit" -> Messages.Change_split;
            case "ProtectionMoved" -> isStop(detail(event)) ? Messages.Change_stop : Messages.Change_target;
            case "RiskSized" -> Messages.Change_oneR;
            case "TradeCorrected" -> Messages.Change_corrected;
            default -> event.kind();
        };
    }

    /** How the trade is now, as far as this change made it so. */
    String now(TradeEvent event, Step step) {
        var detail = detail(event);
        return switch (event.kind()) {
            case "TradeOpened" -> NLS.bind("true".equals(detail.text("found").orElse("")) ? Messages.Now_found : Messages.Now_opened,
                    figure(detail, "quantity"), price(detail, "entry"));
            case "ScaledIn" -> step(Messages.Now_in, detail);
            case "ScaledOut" -> step(Messages.Now_out, detail);
            case "ExecutionExplained" -> explained(detail);
            case "TermsChanged" -> terms(detail);
            case "CostBooked" -> NLS.bind(Messages.Now_cost, new Object[] {
                    detail.text("kind").filter("FUNDING"::equals).isPresent() ? Messages.Now_funding : Messages.Now_fee,
                    money(detail, "amount"), money(detail, "total")});
            case "TradeClosed" -> closed(detail, step);
            case "CloseRevoked" -> Messages.Now_revoked;
            case "DetailsMissing" -> switch (detail.text("detail").orElse("")) {
                case "CLOSING_RECORD" -> Messages.Now_askRecord;
                case "FILLS" -> Messages.Now_askFills;
                default -> Messages.Now_askProof;
            };
            case "TradeConfirmed" -> confirmed(step);
            case "TradeUnconfirmed" -> Messages.Now_unconfirmed;
            case "CloseExplained" -> detail.text("reason").map(ChangeWords::reason).orElse("");
            case "SlotChanged" -> Messages.Now_slot;
            case "TradeSplit" -> NLS.bind(Messages.Now_split, many(detail, "moved"));
            case "ProtectionMoved" -> moved(detail, step);
            case "RiskSized" -> NLS.bind(Messages.Now_oneR, money(detail, "oneR"));
            case "TradeCorrected" -> corrected(detail);
            default -> event.detail();
        };
    }

    private String step(String pattern, Struct detail) {
        var words = detail.figure("price").isPresent() ? NLS.bind(pattern, figure(detail, "quantity"), price(detail, "price"))
                : NLS.bind(Messages.Now_noPrice, figure(detail, "quantity"));
        return detail.text("inferred").filter("true"::equals).isPresent() ? NLS.bind(Messages.Now_inferred, words) : words;
    }

    private String explained(Struct detail) {
        var fills = detail.members().stream().filter(member -> member.name().equals("fills") && member.value() instanceof Items)
                .flatMap(member -> ((Items) member.value()).all().stream()).flatMap(Json::structs)
                .filter(fill -> fill.figure("quantity").isPresent()).toList();
        return fills.size() == 1 ? NLS.bind(Messages.Now_byFill, figure(fills.getFirst(), "quantity"), price(fills.getFirst(), "price"))
                : NLS.bind(Messages.Now_byFills, fills.size());
    }

    private String terms(Struct detail) {
        var leverage = detail.figure("leverage").map(figures::leverage);
        var margin = detail.figure("margin").map(amount -> NLS.bind(Messages.Now_margin, figures.size(amount)));
        return leverage.isPresent() && margin.isPresent() ? leverage.get() + ", " + margin.get()
                : leverage.or(() -> margin).orElse("");
    }

    private String closed(Struct detail, Step step) {
        var status = step.after().map(trade -> trade.status().name()).orElse(Figures.ABSENT);
        var basis = switch (detail.text("basis").orElse("")) {
            case "RECORD" -> Messages.Now_byRecord;
            case "FILLS" -> Messages.Now_byTheFills;
            case "MARK" -> Messages.Now_byMark;
            default -> Messages.Now_byNothing;
        };
        return detail.figure("exitPrice").map(price -> NLS.bind(Messages.Now_closed, new Object[] {status, figures.digits(price), basis}))
                .orElseGet(() -> NLS.bind(Messages.Now_closedUnknown, status));
    }

    private String confirmed(Step step) {
        if (step.before().filter(trade -> !trade.isOpen()).isEmpty() || step.after().isEmpty()) {
            return Messages.Now_confirmed;
        }
        var before = step.before().get().result();
        var after = step.after().get().result();
        boolean same = before.realised().equals(after.realised()) && before.net().equals(after.net())
                && before.funding().equals(after.funding());
        return same ? Messages.Now_equal : NLS.bind(Messages.Now_confirmedOther, figures.exact(before.net()), figures.exact(after.net()));
    }

    private String moved(Struct detail, Step step) {
        var to = detail.figure("price").map(price -> figures.digits(price) + " " + source(detail)).orElse(Messages.Now_takenAway);
        var kind = isStop(detail) ? ProtectionKind.STOP_LOSS : ProtectionKind.TAKE_PROFIT;
        var from = step.before().flatMap(trade -> quote(trade, kind)).flatMap(quote -> quote.price()
                .map(price -> (quote.source() == ProtectionSource.ESTIMATED ? figures.price(price) : figures.digits(price)) + " "
                        + quote.source()));
        return from.filter(words -> !words.equals(to)).map(words -> NLS.bind(Messages.Now_moved, words, to)).orElse(to);
    }

    private static Optional<Quote> quote(Trade trade, ProtectionKind kind) {
        var reading = RiskReading.of(trade);
        return kind == ProtectionKind.STOP_LOSS ? reading.stopLoss() : reading.takeProfit();
    }

    private String corrected(Struct detail) {
        var figuresOf = detail.members().stream().filter(member -> member.name().equals("figures")).flatMap(member -> member.value()
                .structs()).toList();
        return switch (figuresOf.size()) {
            case 0 -> Messages.Now_withdrawn;
            case 1 -> NLS.bind(Messages.Now_correctedOne, new Object[] {figuresOf.getFirst().text("name").orElse(""),
                    figure(figuresOf.getFirst(), "before"), figure(figuresOf.getFirst(), "after")});
            default -> NLS.bind(Messages.Now_corrected, figuresOf.size());
        };
    }

    private static int many(Struct detail, String name) {
        return detail.members().stream().filter(member -> member.name().equals(name) && member.value() instanceof Items)
                .mapToInt(member -> ((Items) member.value()).all().size()).sum();
    }

    private static boolean isStop(Struct detail) {
        return detail.text("kind").filter(ProtectionKind.STOP_LOSS.name()::equals).isPresent();
    }

    private static String source(Struct detail) {
        return detail.text("source").orElse("").toUpperCase(Locale.ROOT);
    }

    private static String reason(String name) {
        try {
            return ReasonWords.of(CloseReason.valueOf(name));
        } catch (IllegalArgumentException e) {
            // a reason of a later version
            return name;
        }
    }

    private String figure(Struct detail, String name) {
        return figures.orAbsent(detail.figure(name), figures::size);
    }

    private String price(Struct detail, String name) {
        return figures.orAbsent(detail.figure(name), figures::digits);
    }

    private String money(Struct detail, String name) {
        return detail.members().stream().filter(member -> member.name().equals(name)).flatMap(member -> member.value().structs())
                .findFirst().map(money -> figure(money, "amount")).orElse(Figures.ABSENT);
    }

    private static Struct detail(TradeEvent event) {
        return Json.of(event.detail()).filter(json -> json instanceof Struct).map(json -> (Struct) json).orElse(NOTHING);
    }
}
