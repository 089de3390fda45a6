package org.portcullis;

import java.util.Arrays;
import org.portcullis.cli.CommandLineTool;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;

/** Starts Portcullis: a command, or the application by {@code serve}; in a servlet container {@code configure}. */
@SpringBootApplication
public class PortcullisApplication extends SpringBootServletInitializer {

    public static void main(String[] arguments) {
        if (CommandLineTool.takes(arguments)) {
            CommandLineTool.main(arguments);
            return;
        }
        boolean named = arguments.length > 0 && arguments[0].equals("serve");
        SpringApplication.run(PortcullisApplication.class,
                named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
    }

    @Override
    protected SpringApplicationBuilder configure(SpringApplicationBuilder builder) {
        return builder.sources(PortcullisApplication.class);
    }
}
