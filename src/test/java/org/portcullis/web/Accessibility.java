package org.portcullis.web;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** All rules of axe on a page; of what it found to be right it tells one place a rule, not every one of thousands. */
final class Accessibility {

    private Accessibility() {
    }

    /** What is wrong anywhere on the page. */
    static List<Rule> violations(Page page) {
        return violations(axe(page));
    }

    /** What is wrong in one part of it. */
    static List<Rule> violations(Page page, String part) {
        return violations(axe(page).include(part));
    }

    private static List<Rule> violations(AxeBuilder axe) {
        return axe.analyze().getViolations();
    }

    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of(ResultType.Violations.getKey()));
        // the pages hold no frames, so that their results need no second page to be brought together on
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }
}
