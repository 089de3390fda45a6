package org.portcullis.web;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that the machine has; none is ever downloaded. */
final class Browser {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** What is asserted is what comes, not how fast: a machine at work on other tests may take its time. */
    private static final double PATIENCE_MS = 60_000;

    private Browser() {
    }

    /** Where it lies, if it does; {@code PORTCULLIS_CHROMIUM} names another place. */
    static Optional<Path> installed() {
        String named = System.getenv("PORTCULLIS_CHROMIUM");
        return Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(place -> !place.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static com.microsoft.playwright.Browser launch(Playwright playwright) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(installed().orElseThrow()).setArgs(ARGUMENTS));
    }
}
