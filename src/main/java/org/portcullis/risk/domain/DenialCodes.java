package org.portcullis.risk.domain;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.portcullis.risk.MandatoryCheck;
import org.portcullis.risk.ReasonCode;

/** The page {@code docs/denial-codes.md}, written from the closed lists so that it cannot drift. */
public final class DenialCodes {

    private DenialCodes() {
    }

    /** The page as Markdown. */
    public static String page() {
        String reasons = Arrays.stream(ReasonCode.values())
                .map(reason -> "| `" + reason + "` | " + reason.sentence() + " |\n").collect(Collectors.joining());
        String checks = Arrays.stream(MandatoryCheck.values())
                .map(check -> "| `" + check.code() + "` | " + check.applies() + " |\n").collect(Collectors.joining());
        return "# Denial codes\n\n"
                + "Why the desk denies a proposal or asks a person. Codes are never renamed; new ones are appended.\n"
                + "This page is generated from `ReasonCode` and `MandatoryCheck`; `DenialCodesTest` fails when it\n"
                + "is old and writes it anew when run with `-Dportcullis.docs.write=true`.\n\n"
                + "| code | meaning |\n|---|---|\n" + reasons
                + "\n## Mandatory checks\n\n"
                + "An order whose verdict lacks one of these is denied with `CHECK_MISSING`.\n\n"
                + "| check | applies to |\n|---|---|\n" + checks;
    }
}
