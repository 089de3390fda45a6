package org.portcullis.engine.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settles the folders before anything else reads them. Started in a checkout, rules, workflows, routes and pages are
 * the checkout's; started from the archive alone, the first three are unpacked once into the home folder and edited
 * there, and pages come from the archive. A replay of named files gets a home of its own, so that it meets no other
 * account.
 */
public final class HomeFolders implements EnvironmentPostProcessor {

    /** Folder below which everything is kept. */
    public static final String HOME = "portcullis.home";

    private static final String REPLAY_PATH = "portcullis.feed.replay.path";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path home = Path.of(environment.getProperty(HOME, defaultHome(environment))).toAbsolutePath().normalize();
        Path checkout = Path.of("").toAbsolutePath();
        boolean inCheckout = Files.isRegularFile(checkout.resolve("rules/policy.yaml"));
        boolean own = environment.getProperty("portcullis.use-checkout", Boolean.class, true);
        Path content = inCheckout && own ? checkout : Unpacking.into(home);
        Map<String, Object> settled = new LinkedHashMap<>();
        settled.put(HOME, home.toString());
        for (String part : new String[] {"rules", "workflows", "routes"}) {
            settled.put("portcullis." + part + "-path", environment.getProperty("portcullis." + part + "-path",
                    content.resolve(part).toString()));
        }
        settled.put("portcullis.webapp", environment.getProperty("portcullis.webapp", inCheckout && own
                ? "file:" + checkout.resolve("webapp") + "/" : "classpath:/portcullis-home/webapp/"));
        // in a replay, workflow jobs run on event time by our own pump; by the wall clock the engine's executor runs
        // them
        settled.put("camunda.bpm.job-execution.enabled",
                !environment.getProperty("portcullis.feed.replay.enabled", Boolean.class, true));
        environment.getPropertySources().addFirst(new MapPropertySource("portcullis-folders", settled));
    }

    private static String defaultHome(ConfigurableEnvironment environment) {
        String replay = environment.getProperty(REPLAY_PATH, "");
        if (replay.isBlank()) {
            return "data";
        }
        String name = Path.of(replay).toAbsolutePath().normalize().getFileName().toString();
        return "data/replays/" + name.toLowerCase(Locale.ROOT).replaceAll("\\.(csv|gz)", "")
                .replaceAll("[^a-z0-9_-]", "_");
    }
}
