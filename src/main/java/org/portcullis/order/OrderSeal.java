package org.portcullis.order;

/**
 * The desk's signature on a command. The gateway refuses what the desk did not sign, so nothing that bypasses the desk
 * can reach a venue.
 */
public interface OrderSeal {

    /**
     * The command with its signature; the signature it came with does not matter. A command that misses a mandatory
     * check stays unsigned.
     */
    SubmitOrder sign(SubmitOrder command);

    /**
     * Whether the desk signed exactly this command, with every mandatory check; takes the same time for every wrong
     * signature.
     */
    boolean verify(SubmitOrder command);
}
