package org.portcullis.web.adapter.stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.portcullis.web.adapter.store.StatusReads;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Opens live connections: events {@code mode}, {@code bar} and {@code changed}, and a comment as a sign of life. */
@RestController
class StreamApi {

    private final LiveStream stream;
    private final StatusReads status;

    StreamApi(LiveStream stream, StatusReads status) {
        this.stream = stream;
        this.status = status;
    }

    /** {@code seen} counts the changes that the reader has read already; without it only new ones are told. */
    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(HttpServletRequest request, HttpServletResponse response, Principal who,
            @RequestParam(required = false) @Nullable Long seen) {
        // proxies that collect an answer before passing it on would turn live into late
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        HttpSession session = request.getSession(false);
        return stream.open(who.getName(), session == null ? null : session.getId(), status.now(),
                seen == null ? stream.changes() : seen);
    }
}
