package org.portcullis.web.adapter.rest;

import java.security.Principal;
import org.portcullis.web.KillControl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The kill switch. */
@RestController
@RequestMapping("/api/v1/kill")
class KillApi {

    private final KillControl control;

    KillApi(KillControl control) {
        this.control = control;
    }

    @GetMapping
    KillControl.State state() {
        return control.state();
    }

    @PostMapping
    KillControl.State kill(@RequestBody Reason reason, Principal who) {
        control.kill(who.getName(), Reason.required(reason));
        return control.state();
    }

    @PostMapping("/rearm")
    KillControl.State rearm(@RequestBody Reason reason, Principal who) {
        String why = Reason.required(reason);
        try {
            control.rearm(who.getName(), why);
        } catch (IllegalStateException refused) {
            throw new Refused(refused.getMessage() == null ? "Not re-armed." : refused.getMessage());
        }
        return control.state();
    }
}
