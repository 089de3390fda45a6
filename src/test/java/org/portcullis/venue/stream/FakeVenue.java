package org.portcullis.venue.stream;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.portcullis.kernel.InstrumentId;

/**
 * A venue on this machine that speaks {@link PlainLanguage} over real WebSockets and HTTP and can be made to fail in
 * every way that venues fail: cut, silence, half-open, refusal, repeated and swapped frames.
 */
public final class FakeVenue implements AutoCloseable {

    /** How the venue treats connections. */
    public enum Mood {
        /** As it should. */
        SOUND,
        /** Connections are refused. */
        REFUSING,
        /** Connections are accepted and bring nothing. */
        SILENT,
        /** Connections are open, nothing is read or sent any more. */
        HALF_OPEN
    }

    private final ServerSocket server;
    private final HttpServer rest;
    private final VenueTape tape = new VenueTape();
    private final List<FakeConnection> open = new CopyOnWriteArrayList<>();
    private final Set<InstrumentId> withoutHistory = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger books = new AtomicInteger();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.SOUND;
    private volatile boolean repeating;
    private volatile boolean swapping;
    private volatile long historyUpToMs = Long.MAX_VALUE;

    /** Opens on free ports. */
    public FakeVenue() {
        try {
            server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
            rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        rest.setExecutor(Executors.newFixedThreadPool(2));
        rest.createContext("/", exchange -> {
            requests.incrementAndGet();
            String asked = exchange.getRequestURI().getQuery();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/book")) {
                books.incrementAndGet();
            }
            boolean known = !withoutHistory.contains(new InstrumentId(asked.split(",")[0]));
            byte[] body = (path.equals("/book") ? "H" : bars(asked)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 500, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        rest.start();
        new Thread(this::accept, "fake-venue").start();
    }

    /** Where its streams are. */
    public URI streams() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** Where its REST side is. */
    public URI rest() {
        return URI.create("http://127.0.0.1:" + rest.getAddress().getPort() + "/");
    }

    /** What it has traded. */
    public VenueTape tape() {
        return tape;
    }

    /** Connections accepted since the start. */
    public int accepted() {
        return accepted.get();
    }

    /** Requests to its REST side since the start. */
    public int requests() {
        return requests.get();
    }

    /** Requests for a whole book since the start. */
    public int booksAsked() {
        return books.get();
    }

    /** Frames that clients sent. */
    public List<String> received() {
        return received;
    }

    /** Connections that are open. */
    public int connections() {
        return open.size();
    }

    public void mood(Mood now) {
        mood = now;
    }

    /** Every frame is sent twice. */
    public void repeat(boolean on) {
        repeating = on;
    }

    /** Every second frame overtakes the one before it. */
    public void swap(boolean on) {
        swapping = on;
    }

    /** Its REST side fails for that instrument. */
    public void forgetHistory(InstrumentId instrument) {
        withoutHistory.add(instrument);
    }

    /** Its REST side shows bars of minutes that end at that moment or before. */
    public void historyUpTo(long timeMs) {
        historyUpToMs = timeMs;
    }

    /** One trade of an instrument, sent to whoever subscribed to it. */
    public void trade(InstrumentId instrument, long timeMs) {
        send(instrument, PlainLanguage.text(tape.trade(instrument, timeMs)));
    }

    /** A frame to whoever subscribed to an instrument. */
    public void send(InstrumentId instrument, String frame) {
        if (mood == Mood.SOUND) {
            open.stream().filter(connection -> connection.subscribed(instrument))
                    .forEach(connection -> connection.send(frame, repeating, swapping));
        }
    }

    /** Cuts every connection without a word. */
    public void cutAll() {
        open.forEach(FakeConnection::cut);
    }

    /** Cuts those that subscribed to an instrument. */
    public void cut(InstrumentId instrument) {
        open.stream().filter(connection -> connection.subscribed(instrument)).forEach(FakeConnection::cut);
    }

    private String bars(String asked) {
        String[] words = asked.split(",");
        return words.length < 3 ? "" : tape.bars(new InstrumentId(words[0]))
                .subMap(Long.parseLong(words[1]), Long.parseLong(words[2])).values().stream()
                .filter(bar -> bar.closeTimeMs() <= historyUpToMs).map(PlainLanguage::text)
                .collect(Collectors.joining("\n"));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                FakeConnection connection = new FakeConnection(server.accept(), () -> mood, received);
                accepted.incrementAndGet();
                open.add(connection);
                new Thread(() -> {
                    connection.run();
                    open.remove(connection);
                }, "fake-connection").start();
            } catch (IOException closed) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            cutAll();
            rest.stop(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
