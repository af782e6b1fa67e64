package org.mirrorbook.ui.accounts;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.ui.model.RiskUnitForm;
import org.mirrorbook.ui.model.RiskUnitForm.Kind;
import org.mirrorbook.ui.widgets.Named;

/** What 1R is: an amount of a coin, a part of the equity, or nothing. UI thread only. */
public final class RiskFields extends Composite {

    private static final String[] COINS = {"USDT", "USDC", "BTC", "ETH"};
    private static final int WIDTH_OF_NUMBER = 90;

    private final Map<Kind, Button> kinds = new EnumMap<>(Kind.class);
    private final Text amount;
    private final Combo coin;
    private final Text percent;
    private boolean filling;

    /** @param changed is called when the user changed something */
    public RiskFields(Composite parent, RiskUnitForm kept, Runnable changed) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 4).applyTo(this);
        // the words of the third column span it: a radio group has to have all its buttons under one parent
        radio(Kind.FIXED, Messages.RiskFields_fixed, changed);
        amount = number(Messages.RiskFields_amount);
        coin = Named.as(Messages.RiskFields_coin, new Combo(this, SWT.DROP_DOWN));
        coin.setItems(COINS);
        radio(Kind.PERCENT, Messages.RiskFields_percent, changed);
        percent = number(Messages.RiskFields_part);
        new Label(this, SWT.NONE).setText(Messages.RiskFields_ofEquity);
        radio(Kind.NONE, Messages.RiskFields_none, changed);
        GridDataFactory.swtDefaults().span(3, 1).applyTo(kinds.get(Kind.NONE));
        fill(kept);
        for (var text : new Text[] {amount, percent}) {
            text.addModifyListener(event -> tell(changed));
        }
        coin.addModifyListener(event -> tell(changed));
    }

    /** What is said now. */
    public RiskUnitForm form() {
        var kind = kinds.entrySet().stream().filter(one -> one.getValue().getSelection()).map(Map.Entry::getKey).findFirst()
                .orElse(Kind.NONE);
        return switch (kind) {
            case NONE -> new RiskUnitForm(kind, "", "");
            case FIXED -> new RiskUnitForm(kind, amount.getText(), coin.getText());
            case PERCENT -> new RiskUnitForm(kind, percent.getText(), "");
        };
    }

    /** Shows this. */
    public void fill(RiskUnitForm form) {
        filling = true;
        kinds.forEach((kind, button) -> button.setSelection(kind == form.kind()));
        amount.setText(form.kind() == Kind.FIXED ? form.number() : "");
        coin.setText(form.coin().isEmpty() ? COINS[0] : form.coin());
        percent.setText(form.kind() == Kind.PERCENT ? form.number() : "");
        filling = false;
        follow();
    }

    private void radio(Kind kind, String words, Runnable changed) {
        var button = new Button(this, SWT.RADIO);
        button.setText(words);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                follow();
                if (kind != Kind.NONE) {
                    (kind == Kind.FIXED ? amount : percent).setFocus();
                }
                tell(changed);
            }
        });
        kinds.put(kind, button);
    }

    private Text number(String name) {
        var text = Named.as(name, new Text(this, SWT.BORDER | SWT.RIGHT));
        GridDataFactory.swtDefaults().hint(WIDTH_OF_NUMBER, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private void tell(Runnable changed) {
        if (!filling) {
            changed.run();
        }
    }

    private void follow() {
        amount.setEnabled(kinds.get(Kind.FIXED).getSelection());
        coin.setEnabled(kinds.get(Kind.FIXED).getSelection());
        percent.setEnabled(kinds.get(Kind.PERCENT).getSelection());
    }
}
