package org.portcullis.venue.adapter.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.portcullis.venue.stream.HistoryClient;

/** Fetches public history over HTTP. */
final class HttpHistory implements HistoryClient {

    private static final int OK = 200;
    /** Too many requests, banned, held off by the venue's firewall: leave it alone. */
    private static final Set<Integer> LEAVE_ALONE = Set.of(429, 418, 403);
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);
    private static final int TEXT_SHOWN = 120;

    private final HttpClient http;
    private final Duration patience;

    /** @param patience how long an answer is waited for */
    HttpHistory(HttpClient http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    @Override
    public String get(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience).GET();
        headers.forEach(request::header);
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == OK) {
            return answer.body();
        }
        String text = answer.body().replaceAll("\\P{Print}", " ");
        throw new Refused(answer.statusCode(), pause(answer), text.substring(0, Math.min(TEXT_SHOWN, text.length())));
    }

    private static Duration pause(HttpResponse<String> answer) {
        if (!LEAVE_ALONE.contains(answer.statusCode())) {
            return Duration.ZERO;
        }
        return answer.headers().firstValue("Retry-After").filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))).orElse(LEFT_ALONE);
    }
}
