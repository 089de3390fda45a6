package org.portcullis.web.adapter.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Parameter;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.settings.SettingsInForce;
import org.portcullis.web.SettingLine;
import org.portcullis.web.SettingsView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every governed parameter and every technical setting as it is in force, and what is wrong with an edit that was
 * refused (S2-REQ-C1, S2-CH1).
 */
@RestController
@RequestMapping("/api/v1/settings")
class SettingsApi {

    private final PolicyBook policies;
    private final SettingsInForce settings;

    SettingsApi(PolicyBook policies, SettingsInForce settings) {
        this.policies = policies;
        this.settings = settings;
    }

    @GetMapping
    Settings all() {
        SettingsView view = SettingsView.of(policies, settings);
        return new Settings(view.profile(), view.hash(), view.settingsHash(), view.refused(),
                policies.current().parameters().values().stream().map(Setting::of).toList(),
                view.lines().stream().filter(SettingLine::technical).toList());
    }

    @GetMapping("/{key}")
    Setting one(@PathVariable String key) {
        Parameter parameter = policies.current().parameters().get(key);
        if (parameter == null) {
            throw new NotFound("There is no parameter " + key + ".");
        }
        return Setting.of(parameter);
    }

    /**
     * What is in force.
     *
     * @param profile which profile is chosen
     * @param hash first 16 hexadecimal digits over profile and values, as in every verdict and audit entry
     * @param settingsHash the same over the technical settings
     * @param refused problems of the last edit when it was refused, with file and line; the policy before it goes on
     * @param technical settings that are read once, at the start
     */
    record Settings(String profile, String hash, String settingsHash, List<String> refused,
            List<Setting> parameters, List<SettingLine> technical) {
    }

    /**
     * One parameter.
     *
     * @param value the effective value
     * @param declared the value without any profile
     * @param setBy the profile that set it, or {@code declaration} when no profile overrides it
     */
    record Setting(String key, String type, String value, String declared, @Nullable String min,
            @Nullable String max, List<String> choices, String unit, String meaning, String setBy, int line) {

        static Setting of(Parameter of) {
            return new Setting(of.key(), of.type().name().toLowerCase(Locale.ROOT), of.value(), of.declared(),
                    of.min(), of.max(), of.choices(), of.unit(), of.meaning(), of.setBy(), of.line());
        }
    }
}
