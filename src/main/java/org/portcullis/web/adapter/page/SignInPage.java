package org.portcullis.web.adapter.page;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.WallTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on. */
@Controller
class SignInPage {

    private final WallTime wall;

    SignInPage(WallTime wall) {
        this.wall = wall;
    }

    @GetMapping("/login")
    String page(@RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable Long until,
            @RequestParam(required = false) @Nullable String out, Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("left", out != null);
        model.addAttribute("waitMinutes", until == null ? null
                : Math.max(1, Duration.ofMillis(until - wall.millis()).plusSeconds(59).toMinutes()));
        return "login";
    }
}
