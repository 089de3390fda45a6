package org.portcullis.web.adapter.rest;

import java.security.Principal;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.Rearming;
import org.portcullis.web.KillLine;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The kill switch. */
@RestController
@RequestMapping("/api/v1/kill")
class KillApi {

    private final KillSwitch killSwitch;

    KillApi(KillSwitch killSwitch) {
        this.killSwitch = killSwitch;
    }

    @GetMapping
    KillLine state() {
        return KillLine.of(killSwitch.state());
    }

    @PostMapping
    KillLine kill(@RequestBody Reason reason, Principal who) {
        return KillLine.of(killSwitch.throwSwitch(who.getName(), Reason.required(reason)));
    }

    @PostMapping("/rearm")
    KillLine rearm(@RequestBody Reason reason, Principal who) {
        Rearming outcome = killSwitch.rearm(who.getName(), Reason.required(reason));
        if (outcome instanceof Rearming.SecondPersonNeeded needed) {
            throw new Refused(needed.thrownBy() + " threw the switch; a second person has to re-arm it.");
        }
        return KillLine.of(killSwitch.state());
    }
}
