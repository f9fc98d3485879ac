// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

/** A database and the account that may read it. Holds a credential: never to be logged. @param url of JDBC */
public record Database(String url, String user, String password) {
    @Override
    public String toString() {
        return "a database";
    }
}
