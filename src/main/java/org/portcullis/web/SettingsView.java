package org.portcullis.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.portcullis.engine.policy.Parameter;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.settings.Setting;
import org.portcullis.engine.settings.SettingValue;
import org.portcullis.engine.settings.SettingsInForce;

/**
 * Everything that can be set, in force now (S2-REQ-C1, S2-CH1).
 *
 * @param profile the profile of the policy
 * @param hash first 16 hexadecimal digits over profile and limits, as in every verdict and audit entry
 * @param settingsHash the same over the technical settings
 * @param refused problems of the last edit of the policy when it was refused
 * @param lines limits and parameters first, each part by name
 */
public record SettingsView(String profile, String hash, String settingsHash, List<String> refused,
        List<SettingLine> lines) {

    public SettingsView {
        refused = List.copyOf(refused);
        lines = List.copyOf(lines);
    }

    /** As policy and settings are now. */
    public static SettingsView of(PolicyBook policies, SettingsInForce settings) {
        String file = policies.file().getFileName().toString();
        Stream<SettingLine> limits = policies.current().parameters().values().stream()
                .map(parameter -> line(parameter, file));
        return new SettingsView(policies.current().profile(), policies.current().hash(), settings.hash(),
                policies.refused(), Stream.concat(limits, settings.values().stream().map(SettingsView::line))
                        .toList());
    }

    /** How many lines differ from their default. */
    public long changed() {
        return lines.stream().filter(SettingLine::changed).count();
    }

    private static SettingLine line(Parameter of, String file) {
        String profile = of.setBy().equals(Parameter.DECLARED) ? "" : of.setBy();
        String permitted = of.choices().isEmpty() ? of.min() == null ? "true, false" : of.min() + " to " + of.max()
                : String.join(", ", of.choices());
        return new SettingLine(of.key(), of.type().name().toLowerCase(Locale.ROOT), of.unit(), of.meaning(), permitted,
                of.value(), of.declared(), file + ":" + of.line(), profile, false);
    }

    private static SettingLine line(SettingValue of) {
        Setting setting = of.setting();
        String bounds = setting.min() == null ? setting.type() == Setting.Type.FLAG ? "true, false" : ""
                : setting.min() + " to " + setting.max();
        return new SettingLine(setting.key(), setting.type().name().toLowerCase(Locale.ROOT), setting.unit(),
                setting.meaning(), setting.choices().isEmpty() ? bounds : String.join(", ", setting.choices()),
                of.value(), setting.fallback(), of.from(), of.profile(), true);
    }
}
