package org.portcullis.web.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.settings.SettingsInForce;
import org.springframework.core.env.StandardEnvironment;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsApiTest {

    private static final String SHIPPED = "rules/policy.yaml";
    private static final SettingsInForce SETTINGS = SettingsInForce.of(new StandardEnvironment());

    @TempDir
    Path folder;

    @Test
    @DisplayName("S2-REQ-C1 S2-CH1: every parameter with meaning, bounds, effective value, who set it, and the hash")
    void every_parameter_is_shown_with_what_it_means() {
        PolicyBook book = PolicyBook.open(Path.of(SHIPPED), "s2-live");
        JsonNode shown = WebJson.mapper().valueToTree(new SettingsApi(book, SETTINGS).all());
        assertThat(shown.at("/profile").asText()).isEqualTo("s2-live");
        assertThat(shown.at("/hash").asText()).isEqualTo(book.current().hash()).matches("[0-9a-f]{16}");
        assertThat(shown.at("/parameters").size()).isEqualTo(book.current().parameters().size());
        shown.at("/parameters").forEach(each -> assertThat(each.at("/meaning").asText()).isNotBlank());
        SettingsApi.Setting positions = new SettingsApi(book, SETTINGS).one("risk.positions-max");
        assertThat(positions.value()).isEqualTo("5");
        assertThat(positions.declared()).isEqualTo("3");
        assertThat(shown.at("/settingsHash").asText()).isEqualTo(SETTINGS.hash());
        assertThat(shown.at("/technical").size()).isEqualTo(SETTINGS.values().size());
        assertThat(positions.setBy()).isEqualTo("s2-live");
        assertThat(positions.min()).isEqualTo("0");
        assertThat(new SettingsApi(book, SETTINGS).one("risk.mark-age-max").setBy()).isEqualTo("declaration");
        assertThatThrownBy(() -> new SettingsApi(book, SETTINGS).one("risk.nothing")).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("S2-REQ-C1: an edit that was refused is told with its line beside the policy still in force")
    void a_refused_edit_is_told() throws IOException {
        String good = Files.readString(Path.of(SHIPPED));
        Path file = Files.writeString(folder.resolve("policy.yaml"), good);
        PolicyBook book = PolicyBook.open(file, null);
        SettingsApi api = new SettingsApi(book, SETTINGS);
        assertThat(api.all().refused()).isEmpty();
        Files.writeString(file, good.replace("type: integer, value: 3, min: 0, max: 100, unit: positions",
                "type: integer, value: 101, min: 0, max: 100, unit: positions"));
        book.refresh();
        assertThat(api.all().refused()).singleElement().asString()
                .contains("policy.yaml:").contains("risk.positions-max is 101, largest permitted is 100 positions");
        assertThat(api.one("risk.positions-max").value()).isEqualTo("3");
    }
}
