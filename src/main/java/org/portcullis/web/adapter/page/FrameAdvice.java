package org.portcullis.web.adapter.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.web.Status;
import org.portcullis.web.adapter.store.StatusReads;
import org.portcullis.web.domain.Wording;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page needs for its frame: the status, who is signed in, and how to write numbers. */
@ControllerAdvice(basePackages = "org.portcullis.web.adapter.page")
class FrameAdvice {

    private final StatusReads status;
    private final Wording words;
    private final WebSettings settings;
    private final ReasonWords reasons = new ReasonWords();

    FrameAdvice(StatusReads status, Wording words, WebSettings settings) {
        this.status = status;
        this.words = words;
        this.settings = settings;
    }

    @ModelAttribute("words")
    Wording words() {
        return words;
    }

    @ModelAttribute("reasons")
    ReasonWords reasons() {
        return reasons;
    }

    /** Nothing on the sign-in page: a stranger learns nothing from its frame. */
    @ModelAttribute("frame")
    @Nullable Frame frame(HttpServletRequest request, @Nullable Authentication who) {
        if (who == null || request.getServletPath().equals("/login")) {
            return null;
        }
        Set<String> roles = who.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
        return new Frame(status.now(), who.getName(), roles, settings.feedSilentAfter().toMillis());
    }

    /**
     * The frame of a page.
     *
     * @param silentMs age of the newest frame of bars at which a page says that the feed is silent, in milliseconds
     */
    record Frame(Status status, String user, Set<String> roles, long silentMs) {

        public boolean approver() {
            return roles.contains("ROLE_APPROVER");
        }

        public boolean mayKill() {
            return roles.stream().anyMatch(role -> !role.equals("ROLE_VIEWER"));
        }

        public boolean mayRearm() {
            return roles.contains("ROLE_RISK_OFFICER") || roles.contains("ROLE_ADMIN");
        }

        public boolean officer() {
            return roles.contains("ROLE_RISK_OFFICER");
        }

        public boolean mayAcknowledge() {
            return roles.contains("ROLE_TRADER") || officer();
        }

        public boolean administrator() {
            return roles.contains("ROLE_ADMIN");
        }
    }
}
