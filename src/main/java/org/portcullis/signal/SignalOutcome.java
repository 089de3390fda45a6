package org.portcullis.signal;

import java.util.Objects;

/** What became of one call of a webhook. */
public sealed interface SignalOutcome {

    /** HTTP status of the answer. */
    int status();

    /** Kept for good and on its way to the strategies. */
    record Accepted(TradingSignal signal) implements SignalOutcome {

        public Accepted {
            Objects.requireNonNull(signal, "signal");
        }

        @Override
        public int status() {
            return 202;
        }
    }

    /** Kept; a message for people that must not trade. */
    record Noted(String id) implements SignalOutcome {

        public Noted {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public int status() {
            return 202;
        }
    }

    /** Kept as stale; never traded. */
    record Stale(String id, SignalFlag flag) implements SignalOutcome {

        public Stale {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(flag, "flag");
        }

        @Override
        public int status() {
            return 202;
        }
    }

    /** Known already; nothing changed. */
    record Repeated(String id) implements SignalOutcome {

        public Repeated {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /**
     * Not taken.
     *
     * @param flag   why, with both numbers
     * @param detail printable text for the operator, without anything secret; may be empty
     */
    record Refused(SignalFlag flag, String detail) implements SignalOutcome {

        public Refused {
            Objects.requireNonNull(flag, "flag");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public int status() {
            return flag.code().status();
        }
    }
}
