// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.security;

import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import vn.ioc.hub.app.KeyFiles;

/** Signing in at the embedded issuer with a browser: authorization code with PKCE, one password for all demo users. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class EmbeddedSignIn {
    private static final int PASSWORD_BYTES = 8;

    /** The demo users' password on this data folder: the first hexadecimal digits of a key made for it. */
    static String password(byte[] key) {
        return HexFormat.of().formatHex(key, 0, PASSWORD_BYTES);
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuerChain(HttpSecurity http) throws Exception {
        http.oauth2AuthorizationServer(server -> http.securityMatcher(server.getEndpointsMatcher()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signInChain(HttpSecurity http) throws Exception {
        http.securityMatcher("/login", "/logout", "/default-ui.css")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(Customizer.withDefaults());
        return http.build();
    }

    @Bean
    UserDetailsService demoUsers(KeyFiles keys) {
        String password = "{noop}" + password(keys.key("issuer-password"));
        List<UserDetails> users = DemoUsers.NAMES.stream()
                .map(name -> User.withUsername(name)
                        .password(password)
                        .authorities(List.of())
                        .build())
                .toList();
        return new InMemoryUserDetailsManager(users);
    }
}
