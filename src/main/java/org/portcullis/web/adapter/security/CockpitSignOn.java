package org.portcullis.web.adapter.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.portcullis.engine.workflow.WorkflowAccess;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;

/**
 * Tells Camunda's pages who is signed in and which of its groups our roles are. It keeps a row per name because it
 * must,
 * but neither passwords nor roles: those are ours.
 */
public final class CockpitSignOn extends ContainerBasedAuthenticationProvider {

    private static final StringKeyGenerator UNGUESSABLE = new Base64StringKeyGenerator(32);

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
            return AuthenticationResult.unsuccessful();
        }
        new WorkflowAccess(engine).admit(who.getName(), UNGUESSABLE.generateKey());
        AuthenticationResult result = AuthenticationResult.successful(who.getName());
        result.setGroups(groups(who));
        return result;
    }

    /** {@code ADMIN} is Camunda's administrator group, every other role its own name: lower case, letters only. */
    static List<String> groups(Authentication who) {
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .map(role -> role.replaceFirst("^ROLE_", "").replace("_", "").toLowerCase(Locale.ROOT))
                .map(role -> role.equals("admin") ? "camunda-admin" : role).toList();
    }
}
