package org.mirrorbook.mirror.component;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.mirror.account.PracticeHost;
import org.mirrorbook.mirror.lane.AccountGates;
import org.mirrorbook.mirror.lane.AccountKinds;
import org.mirrorbook.mirror.lane.LaneAccount;
import org.mirrorbook.mirror.lane.LaneSettings;
import org.mirrorbook.mirror.lane.LiveDesk;
import org.mirrorbook.mirror.lane.MirrorLane;
import org.mirrorbook.mirror.lane.Patience;
import org.mirrorbook.mirror.lane.Timer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.EventAdmin;

/**
 * The mirror of one account, for as long as its configuration is there (ADR 0004). Activation makes the lane and returns; all that takes
 * time happens on the lane. The references steer the order: the connector of the venue by {@code connector.target}, this run by
 * {@code run.target}, and everything that a lane uses goes only after the lane has gone.
 */
@Component(configurationPid = MirrorSettings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true, service = {})
public final class MirrorComponent {

    private final MirrorSettings settings;
    private final ConnectorFactory connectors;
    private final CredentialVault vault;
    private final PracticeHost practice;
    private final MirrorLane lane;

    @Activate
    public MirrorComponent(@Reference(name = "connector") ConnectorFactory connectors, @Reference(name = "run") MirrorRun run,
            @Reference(name = "vault") CredentialVault vault, @Reference(name = "store") JournalStore store,
            @Reference(name = "ownership") Ownership ownership, @Reference(name = "kinds") AccountKinds kinds,
            @Reference(name = "settings") LaneSettings userSettings, @Reference(name = "gates") AccountGates gates,
            @Reference(name = "log", cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
            MessageLog log,
            @Reference(name = "bus") EventAdmin bus, @Reference(name = "desk") LiveDesk desk, @Reference(name = "timer") Timer timer,
            @Reference(name = "practice") PracticeHost practice, @Reference(name = "clock") Clock clock, Map<String, Object> properties) {
        this.settings = MirrorSettings.of(properties);
        this.connectors = connectors;
        this.vault = vault;
        this.practice = practice;
        var recording = log == null ? new Unrecorded() : log;
        this.lane = MirrorLane.start(new LaneAccount(settings.account(), settings.label(), settings.acceptsTradingKey()),
                new MirrorLane.Services(store, ownership, kinds, userSettings, recording, bus, desk, gates, timer, clock), this::connector,
                Patience.usual());
    }

    @Deactivate
    void stop() {
        lane.stop();
    }

    private Connector connector(ObservationSink sink) {
        if (settings.isEmbeddedPractice()) {
            var exchange = practice.open();
            return connectors.connector(settings.connector(Optional.of(exchange.endpoint())), credentialOf(exchange.credentials().get(0)),
                    sink);
        }
        return connectors.connector(settings.connector(settings.endpoint()), this::credential, sink);
    }

    private static CredentialSource credentialOf(ApiCredential credential) {
        return () -> credential;
    }

    private ApiCredential credential() {
        try {
            return vault.get(settings.account());
        } catch (VaultProblem problem) {
            throw new VenueProblem(Remedy.ASK_USER, Optional.of("VAULT"), problem.getMessage(), problem);
        }
    }
}
