// SPDX-License-Identifier: Apache-2.0

import java.net.HttpURLConnection;
import java.net.URI;

/** Ends with 0 when the address answers 200: the image has no other program that could ask. */
public final class HealthCheck {
    private HealthCheck() {}

    public static void main(String[] arguments) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(arguments[0]).toURL().openConnection();
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(2_000);
        System.exit(connection.getResponseCode() == 200 ? 0 : 1);
    }
}
