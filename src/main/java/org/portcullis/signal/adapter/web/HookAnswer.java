package org.portcullis.signal.adapter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Json;
import org.portcullis.signal.Delivery;
import org.portcullis.signal.SignalOutcome;
import org.portcullis.signal.SignalRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to the sender what became of its call, and to a stranger as little as possible. */
final class HookAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(HookAnswer.class);
    private static final int RETRY_AFTER_S = 5;

    private HookAnswer() {
    }

    /** @param outcome nothing when it could not be kept: 503, the only answer after which a sender tries again */
    static void write(HttpServletResponse response, @Nullable SignalOutcome outcome, Delivery.End end) {
        int status = outcome == null ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : outcome.status();
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE || status == 429) {
            response.setIntHeader("Retry-After", RETRY_AFTER_S);
        }
        if (end != Delivery.End.WHOLE) {
            // the rest of the body is not waited for
            response.setHeader("Connection", "close");
        }
        try {
            byte[] body = Json.write(words(outcome)).getBytes(StandardCharsets.UTF_8);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            LOG.info("the caller of a webhook did not wait for its answer {}: {}", status, gone.getClass().getName());
        }
    }

    private static Map<String, String> words(@Nullable SignalOutcome outcome) {
        Map<String, String> words = new LinkedHashMap<>();
        if (outcome == null) {
            words.put("status", "unavailable");
        } else if (outcome instanceof SignalOutcome.Accepted accepted) {
            words.put("status", "accepted");
            words.put("id", accepted.signal().signalId());
        } else if (outcome instanceof SignalOutcome.Noted noted) {
            words.put("status", "noted");
            words.put("id", noted.id());
        } else if (outcome instanceof SignalOutcome.Stale stale) {
            words.put("status", "stale");
            words.put("id", stale.id());
        } else if (outcome instanceof SignalOutcome.Repeated repeated) {
            words.put("status", "repeated");
            words.put("id", repeated.id());
        } else if (outcome instanceof SignalOutcome.Refused refused) {
            words.put("status", "refused");
            words.put("code", shown(refused.flag().code()).name());
            if (!refused.detail().isEmpty()) {
                words.put("detail", refused.detail());
            }
        }
        return words;
    }

    /** Which sources there are is nobody's business. */
    private static SignalRefusal shown(SignalRefusal code) {
        return code == SignalRefusal.SOURCE_UNKNOWN ? SignalRefusal.SECRET_WRONG : code;
    }
}
