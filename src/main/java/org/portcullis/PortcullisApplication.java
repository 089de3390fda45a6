package org.portcullis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;

/** Starts Portcullis: {@code main} for the executable archive, {@code configure} for a servlet container. */
@SpringBootApplication
public class PortcullisApplication extends SpringBootServletInitializer {

    public static void main(String[] arguments) {
        SpringApplication.run(PortcullisApplication.class, arguments);
    }

    @Override
    protected SpringApplicationBuilder configure(SpringApplicationBuilder builder) {
        return builder.sources(PortcullisApplication.class);
    }
}
