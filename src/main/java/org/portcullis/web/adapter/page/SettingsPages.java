package org.portcullis.web.adapter.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.settings.SettingsInForce;
import org.portcullis.web.SettingLine;
import org.portcullis.web.SettingsView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every limit, parameter and technical setting, to search through. */
@Controller
class SettingsPages {

    private final PolicyBook policies;
    private final SettingsInForce settings;

    SettingsPages(PolicyBook policies, SettingsInForce settings) {
        this.policies = policies;
        this.settings = settings;
    }

    @GetMapping("/settings")
    String page(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "false") boolean changed,
            Model model) {
        SettingsView view = SettingsView.of(policies, settings);
        List<SettingLine> lines = view.lines().stream()
                .filter(line -> kind.isEmpty() || line.technical() == kind.equals("technical"))
                .filter(line -> group.isEmpty() || line.group().equals(group))
                .filter(line -> !changed || line.changed()).filter(line -> line.matches(text)).toList();
        Map<String, List<SettingLine>> groups = lines.stream().collect(Collectors.groupingBy(
                line -> line.technical() ? "technical · " + line.group() : line.group(), TreeMap::new,
                Collectors.toList()));
        model.addAttribute("view", view);
        model.addAttribute("groups", groups);
        model.addAttribute("found", lines.size());
        model.addAttribute("names", view.lines().stream().map(SettingLine::group).distinct().sorted().toList());
        model.addAttribute("text", text);
        model.addAttribute("kind", kind);
        model.addAttribute("group", group);
        model.addAttribute("changed", changed);
        return "settings";
    }
}
