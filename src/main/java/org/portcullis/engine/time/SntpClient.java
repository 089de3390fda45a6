package org.portcullis.engine.time;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks time servers over the network what time it is. Needs three servers to stand one that lies. */
final class SntpClient {

    private static final Logger LOG = LoggerFactory.getLogger(SntpClient.class);
    private static final int PORT = 123;
    private static final int ENOUGH_FOR_A_VOTE = 3;

    private final List<String> servers;
    private final Duration patience;
    private final InstantSource wall;

    /**
     * @param servers  {@code host} or {@code host:port}
     * @param patience how long an answer is waited for
     */
    SntpClient(List<String> servers, Duration patience, InstantSource wall) {
        this.servers = List.copyOf(servers);
        this.patience = patience;
        this.wall = wall;
    }

    /**
     * Asks every server once: of three or more answers the one in the middle counts, of fewer the one with the smallest
     * bound; none when nobody answered well.
     */
    Optional<NtpSample> ask() {
        List<NtpSample> samples = new ArrayList<>();
        for (String server : servers) {
            try {
                samples.add(ask(server));
            } catch (IOException | IllegalArgumentException failed) {
                LOG.warn("time server {} gave no time: {}", server, failed.getMessage());
            }
        }
        if (samples.size() >= ENOUGH_FOR_A_VOTE) {
            samples.sort(Comparator.comparingDouble(NtpSample::offsetMs));
            return Optional.of(samples.get(samples.size() / 2));
        }
        return samples.stream().min(Comparator.comparingDouble(NtpSample::boundMs));
    }

    private NtpSample ask(String server) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.connect(address(server));
            Instant asked = wall.instant();
            byte[] question = NtpPacket.question(asked);
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket answer = new DatagramPacket(new byte[NtpPacket.BYTES], NtpPacket.BYTES);
            socket.receive(answer);
            return NtpPacket.read(server, answer.getData(), asked, wall.instant());
        }
    }

    private static InetSocketAddress address(String server) throws IOException {
        int colon = server.lastIndexOf(':');
        String host = colon < 0 ? server : server.substring(0, colon);
        InetSocketAddress address = new InetSocketAddress(host,
                colon < 0 ? PORT : Integer.parseInt(server.substring(colon + 1)));
        if (address.isUnresolved()) {
            throw new IOException("no such host: " + host);
        }
        return address;
    }
}
