package org.mirrorbook.mirror.component;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.mirror.lane.LaneSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings as the journal keeps them: the break-even rule, and what an account calls 1R. */
@Component(service = { LaneSettings.class, UserSettings.class })
public final class UserSettings implements LaneSettings {

    private final BreakEvenRules rules;
    private final Accounts accounts;

    @Activate
    public UserSettings(@Reference BreakEvenRules rules, @Reference Accounts accounts) {
        this.rules = rules;
        this.accounts = accounts;
    }

    @Override
    public List<Observation> of(AccountId account, Instant now) {
        return List.of(rule(now), riskUnit(account, now));
    }

    /** The rule in force. */
    BreakEvenRuleSet rule(Instant now) {
        return new BreakEvenRuleSet(rules.current(), now);
    }

    private RiskUnitSet riskUnit(AccountId account, Instant now) {
        Optional<RiskUnit> unit = accounts.all().stream().filter(row -> row.id().equals(account)).findFirst().flatMap(Account::riskUnit);
        return new RiskUnitSet(account, unit, now);
    }
}
