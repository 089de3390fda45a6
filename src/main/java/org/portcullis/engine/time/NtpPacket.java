package org.portcullis.engine.time;

import java.nio.ByteBuffer;
import java.time.Instant;

/** The 48 bytes of a time question and its answer (RFC 4330, version 4). */
final class NtpPacket {

    static final int BYTES = 48;

    private static final int QUESTION = 0x23;
    private static final int MODE_SERVER = 4;
    private static final int STRATUM_MAX = 15;
    private static final int LEAP_UNKNOWN = 3;
    private static final int ROOT_DELAY_AT = 4;
    private static final int ROOT_DISPERSION_AT = 8;
    private static final int ORIGINATE_AT = 24;
    private static final int RECEIVE_AT = 32;
    private static final int TRANSMIT_AT = 40;
    private static final long EPOCH_SECONDS = 2_208_988_800L;
    private static final long ERA_SECONDS = 1L << 32;
    private static final double SHORT_UNITS = 65_536.0;
    private static final double MILLIS = 1_000;
    private static final long NANOS = 1_000_000_000L;

    private NtpPacket() {
    }

    /** The question, stamped with the moment it leaves. */
    static byte[] question(Instant at) {
        ByteBuffer packet = ByteBuffer.allocate(BYTES);
        packet.put((byte) QUESTION);
        packet.putLong(TRANSMIT_AT, stamp(at));
        return packet.array();
    }

    /**
     * What an answer says.
     *
     * @param asked    the moment in the question
     * @param received when the answer came, our wall clock
     * @throws IllegalArgumentException when it is no answer to that question or its server is not in step
     */
    static NtpSample read(String server, byte[] answer, Instant asked, Instant received) {
        ByteBuffer packet = ByteBuffer.wrap(answer);
        int first = packet.get(0) & 0xff;
        int stratum = packet.get(1) & 0xff;
        if ((first & 7) != MODE_SERVER || first >> 6 == LEAP_UNKNOWN || stratum == 0 || stratum > STRATUM_MAX) {
            throw new IllegalArgumentException(server + " is not in step: leap and mode " + first + ", stratum "
                    + stratum);
        }
        if (packet.getLong(ORIGINATE_AT) != stamp(asked)) {
            throw new IllegalArgumentException(server + " answered another question");
        }
        double outward = millis(time(packet.getLong(RECEIVE_AT), received), asked);
        double back = millis(time(packet.getLong(TRANSMIT_AT), received), received);
        double delay = Math.max(0, outward - back);
        double root = packet.getInt(ROOT_DELAY_AT) / SHORT_UNITS / 2
                + Integer.toUnsignedLong(packet.getInt(ROOT_DISPERSION_AT)) / SHORT_UNITS;
        return new NtpSample(server, (outward + back) / 2, delay, delay / 2 + root * MILLIS, received.toEpochMilli());
    }

    /** Seconds since 1900 and a binary fraction, 32 bits each; the seconds begin anew in 2036. */
    static long stamp(Instant at) {
        long seconds = at.getEpochSecond() + EPOCH_SECONDS;
        long fraction = (long) at.getNano() * ERA_SECONDS / NANOS;
        return seconds << 32 | fraction;
    }

    /** The moment of a stamp, in the era that brings it nearest to {@code near}. */
    static Instant time(long stamp, Instant near) {
        long seconds = (stamp >>> 32) - EPOCH_SECONDS;
        long eras = Math.round((double) (near.getEpochSecond() - seconds) / ERA_SECONDS);
        // half a unit is added, so that a stamp made from whole nanoseconds is read as the same ones
        long nanos = (stamp & 0xffffffffL) * NANOS + ERA_SECONDS / 2 >>> 32;
        return Instant.ofEpochSecond(seconds + eras * ERA_SECONDS, nanos);
    }

    private static double millis(Instant to, Instant from) {
        return (to.getEpochSecond() - from.getEpochSecond()) * MILLIS + (to.getNano() - from.getNano()) / 1e6;
    }
}
