package org.portcullis.order;

import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.MandatoryCheck;
import org.portcullis.strategy.Intent;

/**
 * The command to place one judged order, on {@code order.submit.v1}.
 *
 * @param decisionId the approval behind it
 * @param type {@code LIMIT_POST_ONLY}, {@code LIMIT} or {@code MARKET}
 * @param limitPrice the worst price accepted; zero for a market order
 * @param checks codes of every check that the verdict carries; the gateway refuses when a mandatory one is missing
 * @param rulesVersion rules that judged
 * @param policyHash policy that was in force
 * @param createdAtMs event time of the command, UTC milliseconds
 * @param expiresAtMs event time after which the gateway refuses it
 * @param signature the desk's HMAC-SHA256 over all other fields, hexadecimal
 */
public record SubmitOrder(ClientOrderId clientOrderId, AccountId account, String decisionId, InstrumentId instrument,
        Side side, Type type, Quantity quantity, Price limitPrice, List<String> checks, String rulesVersion,
        String policyHash, long createdAtMs, long expiresAtMs, String signature) {

    /** Order types that are used. */
    public enum Type { LIMIT_POST_ONLY, LIMIT, MARKET }

    /** What the desk adds to the checks of an order that may leave while the kill switch is on. */
    public static final String PASSES_KILL = "kill.exit-permitted";

    public SubmitOrder {
        checks = List.copyOf(checks);
    }

    /** Mandatory checks that it does not carry; an order that misses one is neither signed nor sent (D5). */
    public List<String> missingChecks() {
        Intent intent = side == Side.BUY ? Intent.ENTER : Intent.EXIT;
        return MandatoryCheck.always(intent).stream().filter(code -> !checks.contains(code)).toList();
    }

    /**
     * Whether the desk says, under its signature, that it closes risk and may leave while the kill switch is on; only
     * a command with every mandatory check of an exit says so (S2-K3).
     */
    public boolean passesKill() {
        return checks.contains(PASSES_KILL) && checks.containsAll(MandatoryCheck.always(Intent.EXIT));
    }
}
