package org.portcullis.signal.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.portcullis.signal.Delivery;
import org.portcullis.signal.SignalFlag;
import org.portcullis.signal.SignalRefusal;

/** The bytes of a body as text that may be kept. */
public final class BodyText {

    /** What is kept in the place of a body that hides the secret, or may. */
    static final String WITHHELD = "[withheld: it may hold the secret in a form that cannot be taken out]";

    private static final String PLACEHOLDER = "{{";

    private BodyText() {
    }

    /** Each byte as one character: for looking at a body whose encoding is not known to be right. */
    public static String bytewise(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    /**
     * The body without mark of byte order and without secrets; bytes that are no UTF-8 are replaced. Letters in UTF-16
     * have characters 0 between them, among which no secret is found: such a body is not kept.
     */
    public static String withoutSecrets(Delivery delivery, List<String> secrets) {
        String text = new String(delivery.body(), StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            return WITHHELD;
        }
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String whole = delivery.end() == Delivery.End.WHOLE ? unmarked : SecretText.withoutLastWord(unmarked);
        String clean = SecretText.removed(whole, secrets);
        return clean == null ? WITHHELD : clean;
    }

    /**
     * Looks at a body before its shape is asked for.
     *
     * @param body as {@link #withoutSecrets} gave it
     * @throws Unreadable when it cannot be a signal in any shape
     */
    public static void check(Delivery delivery, String body, int bytesMax) {
        switch (delivery.end()) {
            case TOO_LARGE -> throw new Unreadable(SignalRefusal.BODY_TOO_LARGE, "longer than " + bytesMax + " bytes");
            case TOO_SLOW -> throw new Unreadable(SignalRefusal.BODY_TOO_SLOW, "did not arrive in time");
            default -> { }
        }
        if (body.equals(WITHHELD) || !isUtf8(delivery.body())) {
            throw new Unreadable(SignalRefusal.BODY_ENCODING, "must be UTF-8, with the secret as it is");
        }
        if (body.isBlank()) {
            throw new Unreadable(SignalRefusal.BODY_EMPTY, "there is no body");
        }
        if (body.contains(PLACEHOLDER)) {
            throw new Unreadable(SignalRefusal.PLACEHOLDER_UNRESOLVED, "the sender left a placeholder unfilled");
        }
    }

    /** The refusal with its numbers, where there are some. */
    public static SignalFlag flag(SignalRefusal code, int bytesMax) {
        return code == SignalRefusal.BODY_TOO_LARGE ? new SignalFlag(code, bytesMax + 1.0, bytesMax)
                : SignalFlag.of(code);
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
