package org.portcullis.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which home a command works on. */
final class HomeOption {

    @Option(names = {"--home", "--portcullis.home"}, paramLabel = "FOLDER",
            defaultValue = "${env:PORTCULLIS_HOME:-data}",
            description = "Home folder of the installation (default: ${DEFAULT-VALUE}).")
    private Path home = Path.of("data");

    Path home() {
        return home.toAbsolutePath().normalize();
    }
}
