package org.portcullis.signal.adapter.web;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.portcullis.signal.SignalDesk;
import org.portcullis.signal.SignalSettings;
import org.portcullis.signal.TradingSignal;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** Where the webhooks are, in the executable and under the context path of another container alike. */
public final class Hooks {

    private Hooks() {
    }

    /**
     * Registers the webhooks.
     *
     * @param onward called with what was accepted, after it was answered
     * @param clock  the one time for what comes from outside
     */
    public static ServletRegistrationBean<HookServlet> at(SignalDesk desk, Consumer<TradingSignal> onward,
            SignalSettings settings, InstantSource clock) {
        HookServlet servlet = new HookServlet(desk, accepted -> onward.accept(accepted.signal()),
                new CallerAddress(settings), clock, settings.bodyWait());
        ServletRegistrationBean<HookServlet> hooks = new ServletRegistrationBean<>(servlet, "/hooks/tradingview/*");
        hooks.setName("tradingview-hooks");
        hooks.setAsyncSupported(true);
        return hooks;
    }
}
