package org.portcullis.order.adapter.seal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.portcullis.engine.store.SecretFile;
import org.portcullis.order.OrderSeal;
import org.portcullis.order.SubmitOrder;

/**
 * HMAC-SHA256 over all fields of a command but the signature. Each field is written with its length before it, so no
 * two commands share a text. Desk and gateway of one installation read the same key file.
 */
public final class HmacSeal implements OrderSeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private HmacSeal(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Uses the key in {@code <home>/secrets/desk-gateway.key}; generated at first, readable by its owner only. */
    public static HmacSeal open(Path home) {
        String secret = SecretFile.readOrCreate(home.resolve("secrets").resolve("desk-gateway.key"));
        return new HmacSeal(HexFormat.of().parseHex(secret));
    }

    /** Leaves the signature empty when a mandatory check is missing (D5): nothing can make such a command valid. */
    @Override
    public SubmitOrder sign(SubmitOrder command) {
        String signature = command.missingChecks().isEmpty() ? HexFormat.of().formatHex(mac(command)) : "";
        return new SubmitOrder(command.clientOrderId(), command.account(), command.decisionId(), command.instrument(),
                command.side(), command.type(), command.quantity(), command.limitPrice(), command.checks(),
                command.rulesVersion(), command.policyHash(), command.createdAtMs(), command.expiresAtMs(),
                signature);
    }

    @Override
    public boolean verify(SubmitOrder command) {
        if (!command.missingChecks().isEmpty()) {
            return false;
        }
        byte[] expected = HexFormat.of().formatHex(mac(command)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, command.signature().getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mac(SubmitOrder command) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(canonical(command).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static String canonical(SubmitOrder command) {
        StringBuilder text = new StringBuilder("submit-order/1\n");
        List<Object> fields = List.of(command.clientOrderId(), command.account(), command.decisionId(),
                command.instrument(), command.side(), command.type(), command.quantity().e8(),
                command.limitPrice().e8(), command.checks().size(), String.join("|", command.checks()),
                command.rulesVersion(), command.policyHash(), command.createdAtMs(), command.expiresAtMs());
        for (Object field : fields) {
            String value = field.toString();
            text.append(value.length()).append(':').append(value).append('\n');
        }
        return text.toString();
    }
}
