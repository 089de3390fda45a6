package org.portcullis.web.adapter.door;

import org.portcullis.risk.KillState;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.Rearming;
import org.portcullis.web.KillControl;
import org.springframework.stereotype.Component;

/** The kill button acts on the kill switch itself. */
@Component
class KillDoor implements KillControl {

    private final KillSwitch kill;

    KillDoor(KillSwitch kill) {
        this.kill = kill;
    }

    @Override
    public State state() {
        return kill.state() instanceof KillState.On on ? new State(true, on.by(), on.reason(), on.at())
                : new State(false, null, null, null);
    }

    @Override
    public void kill(String by, String reason) {
        kill.throwSwitch(by, reason);
    }

    @Override
    public void rearm(String by, String reason) {
        if (kill.rearm(by, reason) instanceof Rearming.SecondPersonNeeded needed) {
            throw new IllegalStateException(needed.thrownBy() + " threw the switch; another person has to re-arm it");
        }
    }
}
