package org.mirrorbook.cli;

import java.util.Optional;

import org.mirrorbook.cli.JsonOutput.Fields;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;

/** A comparison as {@code reconcile --json} writes it; documented API. */
final class ReconciliationJson {

    private final JsonOutput json;

    ReconciliationJson(JsonOutput json) {
        this.json = json;
    }

    /** @param account the label */
    Fields of(String account, Comparison comparison) {
        return json.object()
                .text("account", account)
                .time("since", comparison.since())
                .time("until", comparison.until())
                .whole("compared", Optional.of((long) comparison.compared()))
                .flag("equal", comparison.equal())
                .objects("differences", comparison.differences().stream().map(this::difference).toList());
    }

    private Fields difference(Difference difference) {
        return json.object()
                .text("trade", difference.trade().map(Trade::id).map(id -> id.value()))
                .text("symbol", difference.slot().instrument())
                .text("positionType", difference.slot().side().name())
                .time("closedAt", difference.closedAt())
                .text("kind", difference.kind().name())
                .objects("fields", difference.fields().stream().map(this::field).toList());
    }

    private Fields field(Difference.Field field) {
        return json.object()
                .text("name", field.name())
                .decimal("journal", field.journal())
                .decimal("exchange", field.exchange());
    }
}
