package org.portcullis.signal.domain;

import java.util.Locale;
import java.util.Map;

/**
 * A field that says one of a few words.
 *
 * @param from  where it stands
 * @param words what each word means, by the word in lower case
 */
public record Words<T>(String from, Map<String, T> words) {

    public Words {
        words = Map.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words is empty; say what each word of the source means");
        }
        for (String word : words.keySet()) {
            if (!word.equals(word.strip().toLowerCase(Locale.ROOT)) || word.isEmpty()) {
                throw new IllegalArgumentException("write the word in lower case: " + word);
            }
        }
    }

    /**
     * What the word means.
     *
     * @throws Unreadable when it is not one of them
     */
    T meaning(String field, String text) {
        T meaning = words.get(text.strip().toLowerCase(Locale.ROOT));
        if (meaning == null) {
            throw FieldText.unreadable(field, "is none of the words that its mapping knows");
        }
        return meaning;
    }
}
