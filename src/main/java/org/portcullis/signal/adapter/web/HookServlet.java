package org.portcullis.signal.adapter.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portcullis.signal.Delivery;
import org.portcullis.signal.SignalDesk;
import org.portcullis.signal.SignalOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /hooks/tradingview/{source}} and {@code .../{source}/{secret}}: reads the body without holding a thread
 * while it arrives, whatever its content type, asks the desk, answers, and only then sends on.
 */
public final class HookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HookServlet.class);
    private static final Pattern PATH = Pattern.compile("/([a-z0-9][a-z0-9-]{0,39})(?:/([A-Za-z0-9_-]{1,200}))?");

    private final transient SignalDesk desk;
    private final transient Consumer<SignalOutcome.Accepted> onward;
    private final transient CallerAddress addresses;
    private final transient InstantSource clock;
    private final transient Duration bodyWait;

    /**
     * @param onward   called with what was accepted, after it was answered
     * @param clock    the one time for what comes from outside
     * @param bodyWait how long a body may take to arrive
     */
    HookServlet(SignalDesk desk, Consumer<SignalOutcome.Accepted> onward, CallerAddress addresses,
            InstantSource clock, Duration bodyWait) {
        this.desk = desk;
        this.onward = onward;
        this.addresses = addresses;
        this.clock = clock;
        this.bodyWait = bodyWait;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Matcher parts = PATH.matcher(path == null ? "" : path);
        if (!parts.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String address = addresses.of(request);
        long receivedAtMs = clock.millis();
        AsyncContext call = request.startAsync();
        String source = parts.group(1);
        @Nullable String token = parts.group(2);
        BodyReading.begin(call, request.getInputStream(), desk.bodyBytesMax(), bodyWait, clock,
                (body, end) -> answer(call, new Delivery(source, token, address, addresses.allowed(address), body, end,
                        receivedAtMs)));
    }

    private void answer(AsyncContext call, Delivery delivery) {
        SignalOutcome outcome = null;
        try {
            outcome = desk.receive(delivery);
        } catch (RuntimeException broken) {
            LOG.error("{} could not be kept and is asked for again", delivery, broken);
        }
        HookAnswer.write((HttpServletResponse) call.getResponse(), outcome, delivery.end());
        call.complete();
        if (outcome instanceof SignalOutcome.Accepted accepted) {
            onward.accept(accepted);
        }
    }
}
