package org.portcullis.web;

import java.util.Locale;

/**
 * A limit, a parameter or a technical setting, as people read it.
 *
 * @param key its name
 * @param type how a value is read: {@code number}, {@code duration}, ...
 * @param permitted bounds or words; empty when anything is
 * @param value the effective value
 * @param fallback the value that counts when nobody sets another
 * @param from file with line, command line, environment variable or {@code default}
 * @param profile the profile that set it; empty for none
 * @param technical whether it is read once, at the start
 */
public record SettingLine(String key, String type, String unit, String meaning, String permitted, String value,
        String fallback, String from, String profile, boolean technical) {

    /** Whether somebody set another value than the default. */
    public boolean changed() {
        return !value.equals(fallback) && !(technical && from.equals("default"));
    }

    /** What it belongs to: the first part of its name, without the product's. */
    public String group() {
        String name = key.startsWith("portcullis.") ? key.substring("portcullis.".length()) : key;
        int end = name.indexOf('.');
        return end < 0 ? "general" : name.substring(0, end);
    }

    /** Whether every word of a search stands in name, meaning, value or source. */
    public boolean matches(String search) {
        String text = (key + " " + meaning + " " + value + " " + unit + " " + from + " " + profile)
                .toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
