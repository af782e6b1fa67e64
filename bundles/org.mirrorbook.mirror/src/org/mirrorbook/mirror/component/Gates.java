package org.mirrorbook.mirror.component;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.mirror.lane.AccountGates;
import org.osgi.service.component.annotations.Component;

/** The gates of all accounts of this process; first come, first served. */
@Component(service = AccountGates.class)
public final class Gates implements AccountGates {

    private final Map<AccountId, Semaphore> gates = new ConcurrentHashMap<>();

    @Override
    public void enter(AccountId account) throws InterruptedException {
        gate(account).acquire();
    }

    @Override
    public boolean enter(AccountId account, Duration patience) throws InterruptedException {
        return gate(account).tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void leave(AccountId account) {
        gate(account).release();
    }

    private Semaphore gate(AccountId account) {
        return gates.computeIfAbsent(account, id -> new Semaphore(1, true));
    }
}
