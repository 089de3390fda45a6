package org.portcullis.cli;

import picocli.CommandLine.Command;

/** Stands for the application in the help; it is started before commands are parsed. */
@Command(name = "serve", description = "Start everything in this process (the default). Options are settings of"
        + " application.yaml, such as --spring.profiles.active=demo or --portcullis.home=FOLDER.")
final class ServeCommand implements Runnable {

    @Override
    public void run() {
        throw new IllegalStateException("serve is started by the application itself");
    }
}
