package org.numericclaims.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.numericclaims.http.Role;

/** Who asks, for operations of which one parameter needs another role than the rest. */
record CallerContext(Caller caller) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return caller::name;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.may(Role.valueOf(role));
    }

    @Override
    public boolean isSecure() {
        return false; // TLS ends before the service
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
