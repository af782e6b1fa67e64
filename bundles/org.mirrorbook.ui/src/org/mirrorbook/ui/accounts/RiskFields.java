package org.mirrorbook.ui.accounts;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.ui.model.RiskUnitForm;

/** What 1R is in an account: nothing, an amount of a coin, or a part of the equity. In a grid of two columns. UI thread only. */
final class RiskFields {

    private static final List<RiskUnitForm.Kind> KINDS = List.of(RiskUnitForm.Kind.NONE, RiskUnitForm.Kind.FIXED,
            RiskUnitForm.Kind.PERCENT);
    private static final String[] COINS = {"USDT", "USDC", "BTC", "ETH"};

    private final Combo kind;
    private final Text number;
    private final Combo coin;
    private final Label percent;

    /** @param changed is called when the user changed something */
    RiskFields(Composite parent, Optional<RiskUnit> kept, Runnable changed) {
        new Label(parent, SWT.NONE).setText(Messages.RiskFields_risk);
        var line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        kind = new Combo(line, SWT.DROP_DOWN | SWT.READ_ONLY);
        kind.setItems(Messages.RiskFields_none, Messages.RiskFields_fixed, Messages.RiskFields_percent);
        kind.setToolTipText(Messages.RiskFields_tip);
        number = new Text(line, SWT.BORDER | SWT.RIGHT);
        GridDataFactory.swtDefaults().hint(90, SWT.DEFAULT).applyTo(number);
        coin = new Combo(line, SWT.DROP_DOWN);
        coin.setItems(COINS);
        GridDataFactory.swtDefaults().applyTo(coin);
        percent = new Label(line, SWT.NONE);
        percent.setText(Messages.RiskFields_ofEquity);
        fill(RiskUnitForm.of(kept));
        kind.addListener(SWT.Selection, event -> {
            follow();
            changed.run();
        });
        number.addModifyListener(event -> changed.run());
        coin.addModifyListener(event -> changed.run());
    }

    RiskUnitForm form() {
        return new RiskUnitForm(KINDS.get(kind.getSelectionIndex()), number.getText(), coin.getText());
    }

    private void fill(RiskUnitForm form) {
        kind.select(KINDS.indexOf(form.kind()));
        number.setText(form.number());
        coin.setText(form.coin().isEmpty() ? COINS[0] : form.coin());
        follow();
    }

    private void follow() {
        var chosen = KINDS.get(kind.getSelectionIndex());
        number.setVisible(chosen != RiskUnitForm.Kind.NONE);
        coin.setVisible(chosen == RiskUnitForm.Kind.FIXED);
        percent.setVisible(chosen == RiskUnitForm.Kind.PERCENT);
        ((GridData) coin.getLayoutData()).exclude = chosen == RiskUnitForm.Kind.PERCENT;
        number.getParent().layout();
    }
}
