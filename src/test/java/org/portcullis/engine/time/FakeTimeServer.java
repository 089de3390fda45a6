package org.portcullis.engine.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A time server on this machine whose clock is off by a known amount. */
final class FakeTimeServer implements AutoCloseable {

    private final DatagramSocket socket;
    private final Thread thread;

    /** @param spoil changes the answer before it leaves; one that returns null sends none */
    FakeTimeServer(Duration ahead, UnaryOperator<ByteBuffer> spoil) {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        thread = new Thread(() -> answer(ahead, spoil), "fake-time-server");
        thread.start();
    }

    FakeTimeServer(Duration ahead) {
        this(ahead, UnaryOperator.identity());
    }

    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    private void answer(Duration ahead, UnaryOperator<ByteBuffer> spoil) {
        byte[] bytes = new byte[48];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                socket.receive(packet);
                ByteBuffer answer = ByteBuffer.allocate(48).put(0, (byte) 0x24).put(1, (byte) 2);
                answer.putLong(24, ByteBuffer.wrap(bytes).getLong(40));
                answer.putLong(32, NtpPacket.stamp(Instant.now().plus(ahead)));
                answer.putLong(40, NtpPacket.stamp(Instant.now().plus(ahead)));
                ByteBuffer spoiled = spoil.apply(answer);
                if (spoiled != null) {
                    socket.send(new DatagramPacket(spoiled.array(), 48, packet.getSocketAddress()));
                }
            } catch (IOException ended) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(ended);
                }
            }
        }
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
