package org.portcullis.venue.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Small things that every language does with addresses and lists. */
public final class Addresses {

    private Addresses() {
    }

    /** An address below another one, whether that ends in a slash or not. */
    public static URI below(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    /**
     * A list in pieces of {@code most} elements or fewer, in its order.
     *
     * @throws IllegalArgumentException when {@code most} is below 1
     */
    public static <T> List<List<T>> pieces(List<T> whole, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("pieces of " + most);
        }
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += most) {
            pieces.add(List.copyOf(whole.subList(from, Math.min(whole.size(), from + most))));
        }
        return pieces;
    }
}
