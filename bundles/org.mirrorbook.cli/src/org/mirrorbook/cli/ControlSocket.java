package org.mirrorbook.cli;

import java.util.Optional;

import org.mirrorbook.cli.control.ControlServer;
import org.mirrorbook.cli.control.Guest;
import org.mirrorbook.cli.control.Question;
import org.mirrorbook.runtime.Residence;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers commands of other processes for as long as this one stays in its home, in the workbench and in a headless mirror alike. The
 * commands are the same; only the home that they open is open already.
 */
@Component(service = ControlSocket.class, immediate = true)
public final class ControlSocket {

    private final BundleContext context;
    private final Optional<ControlServer> server;

    @Activate
    public ControlSocket(@Reference Residence residence, BundleContext context) {
        this.context = context;
        this.server = ControlServer.open(residence.home().folder(), this::answer);
    }

    @Deactivate
    void stop() {
        server.ifPresent(ControlServer::close);
    }

    private int answer(Question question, Guest guest) {
        var streams = new Streams(guest.results(), guest.remarks(), guest.input(), Optional.empty(), question.typed(), true);
        try (var product = new EquinoxProduct(context, streams)) {
            return new Commands(new ServedProduct(product), streams, guest::whenAskedToEnd, question.folder()).run(question.arguments());
        } catch (RuntimeException | Error e) {
            return new Problems(streams).tell(e);
        }
    }
}
