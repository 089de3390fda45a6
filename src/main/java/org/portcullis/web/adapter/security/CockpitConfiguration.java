package org.portcullis.web.adapter.security;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.portcullis.engine.workflow.WorkflowAccess;
import org.portcullis.governance.Passwords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One sign-in for our pages and Camunda's. */
@Configuration(proxyBeanMethods = false)
public class CockpitConfiguration {

    /** After Spring Security's filter, which stands at -100. */
    private static final int AFTER_SIGN_IN = 201;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> cockpitSignOn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of("authentication-provider", CockpitSignOn.class.getName()));
        filter.setOrder(AFTER_SIGN_IN);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*", "/camunda/lib/*", "/camunda/assets/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }

    /** Gives the groups their rights once the workflow engine stands. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> workflowRights(ObjectProvider<ProcessEngine> engines,
            Passwords passwords) {
        return ready -> engines.ifAvailable(engine -> new WorkflowAccess(engine).grant(passwords.generate()));
    }
}
