// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The hub as a Spring application; every room's configuration is found below {@code vn.ioc.hub}. */
@SpringBootApplication(scanBasePackages = "vn.ioc.hub")
@ConfigurationPropertiesScan
public class HubApplication {}
