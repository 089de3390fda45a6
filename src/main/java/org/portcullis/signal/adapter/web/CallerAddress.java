package org.portcullis.signal.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.portcullis.signal.SignalSettings;
import org.portcullis.signal.domain.Printable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Who calls. Behind our own proxies it is the last address in {@code X-Forwarded-For} that none of them wrote for
 * itself; what anybody else writes into that header is not looked at.
 */
final class CallerAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]{2,45}");
    private static final int ADDRESS_MAX = 45;

    private final List<IpAddressMatcher> allowed;
    private final List<IpAddressMatcher> proxies;

    /** @throws IllegalArgumentException when an address or network of the settings is none */
    CallerAddress(SignalSettings settings) {
        this.allowed = settings.allowedAddresses().stream().map(IpAddressMatcher::new).toList();
        this.proxies = settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    /** Address of the caller, printable. */
    String of(HttpServletRequest request) {
        String caller = request.getRemoteAddr();
        for (String forwarded : forwarded(request)) {
            if (!within(proxies, caller)) {
                break;
            }
            caller = forwarded;
        }
        return Printable.of(caller, ADDRESS_MAX);
    }

    /** Whether that address may call. */
    boolean allowed(String address) {
        return allowed.isEmpty() || within(allowed, address);
    }

    /** From the nearest to the farthest. */
    private static List<String> forwarded(HttpServletRequest request) {
        List<String> addresses = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            for (String address : header.split(",", 32)) {
                addresses.add(address.strip());
            }
        }
        Collections.reverse(addresses);
        return addresses;
    }

    private static boolean within(List<IpAddressMatcher> networks, String address) {
        return LITERAL.matcher(address).matches() && networks.stream().anyMatch(network -> matches(network, address));
    }

    private static boolean matches(IpAddressMatcher network, String address) {
        try {
            return network.matches(address);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
