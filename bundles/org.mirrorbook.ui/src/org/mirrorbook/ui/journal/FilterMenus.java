package org.mirrorbook.ui.journal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.ui.model.journal.Dates;
import org.mirrorbook.ui.model.journal.FilterChoice;
import org.mirrorbook.ui.model.journal.FilterChoice.More;
import org.mirrorbook.ui.model.journal.FilterChoice.Sureness;
import org.mirrorbook.ui.model.journal.FilterWords;

/** What the menus of the filter bar offer: check marks where several may be chosen, dots where it is one. UI thread only. */
final class FilterMenus {

    /** What the user may choose from. @param labels of the accounts */
    record Offer(Map<AccountId, String> labels, List<String> tags, List<String> setups) {
    }

    private final Supplier<FilterChoice> choice;
    private final Consumer<FilterChoice> chosen;
    private final Supplier<Offer> offer;
    private final Runnable ranges;

    /** @param ranges asks the user for ranges */
    FilterMenus(Supplier<FilterChoice> choice, Consumer<FilterChoice> chosen, Supplier<Offer> offer, Runnable ranges) {
        this.choice = choice;
        this.chosen = chosen;
        this.offer = offer;
        this.ranges = ranges;
    }

    void statuses(IMenuManager menu) {
        var now = choice.get();
        menu.add(radio(Messages.Filter_all, now.statuses().isEmpty(), () -> now.withStatuses(Set.of())));
        menu.add(new Separator());
        for (var status : TradeStatus.values()) {
            menu.add(check(FilterWords.status(status), now.statuses().contains(status), () -> now.toggled(status)));
        }
    }

    void sides(IMenuManager menu) {
        var now = choice.get();
        menu.add(radio(Messages.Filter_all, now.side().isEmpty(), () -> now.with(Optional.<Side>empty())));
        for (var side : Side.values()) {
            menu.add(radio(FilterWords.side(side), now.side().equals(Optional.of(side)), () -> now.with(Optional.of(side))));
        }
    }

    void accounts(IMenuManager menu) {
        var now = choice.get();
        menu.add(radio(Messages.Filter_all, now.accounts().isEmpty(), () -> now.withAccounts(Set.of())));
        menu.add(new Separator());
        offer.get().labels().entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .forEach(account -> menu.add(check(account.getValue(), now.accounts().contains(account.getKey()),
                        () -> now.toggled(account.getKey()))));
    }

    void dates(IMenuManager menu) {
        var now = choice.get();
        for (var dates : Dates.values()) {
            menu.add(radio(dates.words(), now.dates() == dates, () -> now.with(dates)));
        }
    }

    void more(IMenuManager menu) {
        var now = choice.get();
        var more = now.more();
        var sureness = sub(menu, Messages.Filter_certainty);
        sureness.add(radio(Messages.Filter_all, more.sureness().isEmpty(), () -> now.with(more.with(Optional.<Sureness>empty()))));
        Arrays.stream(Sureness.values()).forEach(one -> sureness.add(radio(words(one), more.sureness().equals(Optional.of(one)),
                () -> now.with(more.with(Optional.of(one))))));
        var money = sub(menu, Messages.Filter_money);
        Arrays.stream(Environment.values()).forEach(one -> money.add(check(words(one), more.environments().contains(one),
                () -> now.with(more.toggled(one)))));
        var source = sub(menu, Messages.Filter_source);
        Arrays.stream(ProtectionSource.values()).forEach(one -> source.add(check(words(one), more.riskSources().contains(one),
                () -> now.with(more.toggled(one)))));
        texts(menu, Messages.Filter_tag, offer.get().tags(), more.tags(), tag -> now.with(more.withTag(tag)));
        texts(menu, Messages.Filter_setup, offer.get().setups(), more.setups(), setup -> now.with(more.withSetup(setup)));
        menu.add(new Separator());
        menu.add(action(Messages.Filter_ranges, IAction.AS_CHECK_BOX, !more.rMultiple().isAny() || !more.net().isAny(), ranges));
        if (more.count() > 0) {
            menu.add(new Separator());
            menu.add(action(Messages.Filter_clearMore, IAction.AS_PUSH_BUTTON, false, () -> chosen.accept(now.with(More.NONE))));
        }
    }

    private interface Toggle {
        FilterChoice of(String text);
    }

    private void texts(IMenuManager menu, String title, List<String> all, Set<String> now, Toggle toggle) {
        var texts = sub(menu, title);
        if (all.isEmpty()) {
            var none = action(Messages.Filter_noneYet, IAction.AS_PUSH_BUTTON, false, () -> {
            });
            none.setEnabled(false);
            texts.add(none);
        }
        all.forEach(one -> texts.add(check(one, now.contains(one), () -> toggle.of(one))));
    }

    private static MenuManager sub(IMenuManager menu, String title) {
        var sub = new MenuManager(title);
        menu.add(sub);
        return sub;
    }

    private Action check(String text, boolean on, Supplier<FilterChoice> next) {
        return action(text, IAction.AS_CHECK_BOX, on, () -> chosen.accept(next.get()));
    }

    private Action radio(String text, boolean on, Supplier<FilterChoice> next) {
        return action(text, IAction.AS_RADIO_BUTTON, on, () -> chosen.accept(next.get()));
    }

    static Action action(String text, int style, boolean on, Runnable does) {
        var action = new Action(text.replace("&", "&&"), style) {
            @Override
            public void run() {
                // of two dots that change, the one that goes out is told as well
                if (getStyle() != AS_RADIO_BUTTON || isChecked()) {
                    does.run();
                }
            }
        };
        if (style != IAction.AS_PUSH_BUTTON) {
            action.setChecked(on);
        }
        return action;
    }

    private static String words(Sureness sureness) {
        return switch (sureness) {
            case LIVE -> Messages.Sureness_live;
            case PROVISIONAL -> Messages.Sureness_provisional;
            case UNCONFIRMED -> Messages.Sureness_unconfirmed;
            case CONFIRMED -> Messages.Sureness_confirmed;
            case CORRECTED -> Messages.Sureness_corrected;
        };
    }

    private static String words(Environment environment) {
        return switch (environment) {
            case LIVE -> Messages.Money_real;
            case DEMO -> Messages.Money_demo;
            case PRACTICE -> Messages.Money_practice;
        };
    }

    private static String words(ProtectionSource source) {
        return switch (source) {
            case PLANNED -> Messages.Source_planned;
            case LIVE -> Messages.Source_live;
            case ESTIMATED -> Messages.Source_estimated;
        };
    }
}
