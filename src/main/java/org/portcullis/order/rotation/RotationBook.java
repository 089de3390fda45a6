package org.portcullis.order.rotation;

import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;

/** Where rotations are kept, in the caller's transaction. */
public interface RotationBook {

    /** Keeps a new rotation; a position that one closes cannot be closed by a second one at the same time. */
    void begin(Rotation rotation);

    /** The rotation with its row locked until the transaction ends. */
    Optional<Rotation> lock(String rotationId);

    /** The rotation of which the proposal is a leg, locked like {@link #lock}. */
    Optional<Rotation> lockByLeg(AccountId account, String proposalId);

    /** Keeps where it stands now. */
    void keep(Rotation rotation);

    /** The order of that proposal, if it has not ended. */
    Optional<ClientOrderId> working(AccountId account, String proposalId);

    /** The newest rotations of an account, the newest first. */
    List<Rotation> newest(AccountId account, int max);
}
