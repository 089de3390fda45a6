package org.portcullis.engine.settings;

/**
 * A setting as it is in force.
 *
 * @param value the effective value; only whether there is one for a secret
 * @param from where it comes from: file with line, command line, environment variable or {@code default}
 * @param profile the profile whose part of the file set it; empty for none
 */
public record SettingValue(Setting setting, String value, String from, String profile) {
}
