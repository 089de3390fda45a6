package org.portcullis.venue.stream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.portcullis.kernel.InstrumentId;

/** One WebSocket of the fake venue, from its handshake to its end (RFC 6455, as much of it as is needed). */
final class FakeConnection {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final Supplier<FakeVenue.Mood> mood;
    private final List<String> received;
    private final Set<InstrumentId> subscribed = ConcurrentHashMap.newKeySet();
    private String heldFrame = "";

    FakeConnection(Socket socket, Supplier<FakeVenue.Mood> mood, List<String> received) {
        this.socket = socket;
        this.mood = mood;
        this.received = received;
    }

    boolean subscribed(InstrumentId instrument) {
        return subscribed.contains(instrument);
    }

    /** Sends a frame, perhaps twice, perhaps after the one that follows it. */
    synchronized void send(String frame, boolean twice, boolean swapped) {
        if (swapped && heldFrame.isEmpty()) {
            heldFrame = frame;
            return;
        }
        String held = heldFrame;
        heldFrame = "";
        write(TEXT, frame.getBytes(StandardCharsets.UTF_8));
        if (!held.isEmpty()) {
            write(TEXT, held.getBytes(StandardCharsets.UTF_8));
        }
        if (twice) {
            write(TEXT, frame.getBytes(StandardCharsets.UTF_8));
        }
    }

    void cut() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            subscribed.clear();
        }
    }

    void run() {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            if (handshake(in)) {
                while (true) {
                    read(in);
                }
            }
        } catch (IOException ended) {
            subscribed.clear();
        } finally {
            cut();
        }
    }

    private boolean handshake(DataInputStream in) throws IOException {
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase().startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        boolean refused = mood.get() == FakeVenue.Mood.REFUSING;
        String answer = refused ? "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
                : "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return !refused;
    }

    private void read(DataInputStream in) throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte() & 0x7f;
        length = length == 126 ? in.readUnsignedShort() : length;
        byte[] mask = in.readNBytes(4);
        byte[] body = in.readNBytes(length);
        for (int i = 0; i < body.length; i++) {
            body[i] ^= mask[i % 4];
        }
        if (opcode == CLOSE) {
            throw new IOException("closed by the client");
        }
        if (mood.get() == FakeVenue.Mood.HALF_OPEN) {
            return;
        }
        if (opcode == PING) {
            write(PONG, body);
        } else if (opcode == TEXT) {
            taken(new String(body, StandardCharsets.UTF_8));
        }
    }

    private void taken(String frame) {
        received.add(frame);
        if (frame.startsWith("SUBSCRIBE,") && mood.get() == FakeVenue.Mood.SOUND) {
            subscribed.add(new InstrumentId(frame.substring("SUBSCRIBE,".length())));
        }
    }

    private synchronized void write(int opcode, byte[] body) {
        try {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(0x80 | opcode);
            if (body.length < 126) {
                frame.write(body.length);
            } else {
                frame.write(126);
                frame.write(body.length >> 8);
                frame.write(body.length);
            }
            frame.write(body);
            OutputStream out = socket.getOutputStream();
            out.write(frame.toByteArray());
            out.flush();
        } catch (IOException gone) {
            cut();
        }
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static String accept(String key) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1")
                    .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
