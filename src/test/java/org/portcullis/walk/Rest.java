package org.portcullis.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The interface for programs, asked by a user with a password. */
public final class Rest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;
    private final String secret;

    /** @param url address of the pages, without a slash at its end */
    public Rest(String url, String user, String password) {
        this.url = url;
        this.secret = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The answer to a question; anything but 200 is an error. */
    public JsonNode get(String path) {
        return answered(request(path).GET().build());
    }

    /** The answer to a wish with a reason; anything but 200 is an error. */
    public JsonNode post(String path, String body) {
        return answered(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))
                .build());
    }

    /** The status of the answer to a wish. */
    public int status(String path, String body) {
        return sent(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))
                .build()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Basic " + secret);
    }

    private JsonNode answered(HttpRequest request) {
        HttpResponse<String> answer = sent(request);
        if (answer.statusCode() != 200) {
            throw new AssertionError(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(request.uri().toString(), failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
