package org.portcullis.web.adapter.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.portcullis.governance.SignIn;
import org.portcullis.web.adapter.rest.WebJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may reach which path. Five chains, the first that matches decides: webhooks (authenticated by their own route),
 * probes, programs that send a password with each request, Camunda's pages, and our pages with their own requests.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityChains {

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'self'";
    private static final String[] ANY_ROLE = {"VIEWER", "TRADER", "APPROVER", "RISK_OFFICER", "ADMIN"};
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final RequestMatcher API = path("/api/**");

    private final SignInProvider signIn;
    private final ProblemAnswers problems;

    SecurityChains(SignIn signIn) {
        this.signIn = new SignInProvider(signIn);
        this.problems = new ProblemAnswers(WebJson.mapper());
    }

    @Bean
    @Order(1)
    SecurityFilterChain webhooks(HttpSecurity http) throws Exception {
        http.securityMatcher(path("/hooks/**"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .requestCache(cache -> cache.disable())
                .headers(SecurityChains::strictHeaders)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /** Health is for everybody; the other endpoints for the loopback management port or a user with a password. */
    @Bean
    @Order(2)
    SecurityFilterChain probes(HttpSecurity http, Environment environment) throws Exception {
        http.securityMatcher(path("/actuator/**"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .requestCache(cache -> cache.disable())
                .authenticationProvider(signIn)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(path("/actuator/health/**"), path("/actuator/health")).permitAll()
                        .anyRequest().access((who, context) -> new AuthorizationDecision(
                                onManagementPort(context.getRequest(), environment) || isViewer(who.get()))));
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        http.securityMatcher(request -> API.matches(request) && sendsPassword(request))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .requestCache(cache -> cache.disable())
                .headers(SecurityChains::strictHeaders)
                .authenticationProvider(signIn)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(SecurityChains::interfaceRights);
        return http.build();
    }

    /**
     * Camunda's pages guard against forged requests themselves, bring their own content policy, and need their own
     * looser one.
     */
    @Bean
    @Order(4)
    SecurityFilterChain cockpit(HttpSecurity http) throws Exception {
        http.securityMatcher(path("/camunda/**"))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(refused -> refused
                        .defaultAuthenticationEntryPointFor(problems, path("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"),
                                path("/camunda/**")))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        // its own users are not ours: neither signing in with them nor creating the first one
                        .requestMatchers(path("/camunda/api/admin/setup/**"),
                                path("/camunda/api/admin/auth/user/{engine}/login/**")).denyAll()
                        .anyRequest().hasAnyRole("ADMIN", "APPROVER"));
        return http.build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http.authenticationProvider(signIn)
                .headers(SecurityChains::strictHeaders)
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/live")
                        .failureHandler(failures()).permitAll())
                .logout(out -> out.logoutSuccessUrl("/login?out").permitAll())
                .exceptionHandling(refused -> refused
                        .defaultAuthenticationEntryPointFor(problems, API)
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"),
                                request -> true)
                        .defaultAccessDeniedHandlerFor(problems, API))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                            .permitAll()
                            .requestMatchers(path("/login"), path("/css/**"), path("/js/**"), path("/img/**"),
                                    path("/webjars/**"), path("/_static/**"), path("/favicon.svg"), path("/error"))
                            .permitAll();
                    interfaceRights(requests);
                });
        return http.build();
    }

    /** Says when a session ends, so that its live connections end with it. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    private static void interfaceRights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                .requestMatchers(post("/api/v1/approvals/**")).hasRole("APPROVER")
                .requestMatchers(post("/api/v1/kill/rearm")).hasAnyRole("RISK_OFFICER", "ADMIN")
                .requestMatchers(post("/api/v1/kill")).hasAnyRole("TRADER", "APPROVER", "RISK_OFFICER", "ADMIN")
                .requestMatchers(post("/api/v1/breakers/trip")).hasAnyRole("TRADER", "RISK_OFFICER")
                .requestMatchers(post("/api/v1/breakers/*/rearm")).hasRole("RISK_OFFICER")
                .requestMatchers(post("/api/v1/alerts/*/acknowledge")).hasAnyRole("TRADER", "RISK_OFFICER")
                .requestMatchers(post("/api/v1/universe/*/ban")).hasAnyRole("TRADER", "RISK_OFFICER")
                .requestMatchers(post("/api/v1/universe/*/lift")).hasRole("RISK_OFFICER")
                .requestMatchers(post("/api/v1/reconcile")).hasRole("RISK_OFFICER")
                .requestMatchers(post("/api/v1/reconcile/cases/*")).hasRole("RISK_OFFICER")
                .requestMatchers(request -> READING.contains(request.getMethod())).hasAnyRole(ANY_ROLE)
                .anyRequest().denyAll();
    }

    private static void strictHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .frameOptions(frames -> frames.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(rights -> rights.policy("camera=(), geolocation=(), microphone=()"));
    }

    private static AuthenticationFailureHandler failures() {
        return (request, response, refused) -> response.sendRedirect(request.getContextPath() + "/login?"
                + (refused instanceof SignInProvider.Throttled throttled
                        ? "until=" + throttled.until().toEpochMilli() : "error"));
    }

    private static boolean isViewer(Authentication who) {
        return who.getAuthorities().stream().anyMatch(role -> role.getAuthority().equals("ROLE_VIEWER"));
    }

    private static boolean sendsPassword(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null && sent.regionMatches(true, 0, "Basic ", 0, 6);
    }

    private static boolean onManagementPort(HttpServletRequest request, Environment environment) {
        int management = environment.getProperty("local.management.port", Integer.class, -1);
        int pages = environment.getProperty("local.server.port", Integer.class, -1);
        return management > 0 && management != pages && request.getLocalPort() == management;
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher post(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
    }
}
