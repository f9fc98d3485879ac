// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ioc.simulator.cameras.Cameras;
import vn.ioc.simulator.control.Control;
import vn.ioc.simulator.control.ControlServer;
import vn.ioc.simulator.control.Folder;
import vn.ioc.simulator.control.Life;
import vn.ioc.simulator.database.Postgres;
import vn.ioc.simulator.district.District;
import vn.ioc.simulator.district.Setting;
import vn.ioc.simulator.documents.Qoffice;
import vn.ioc.simulator.education.Education;
import vn.ioc.simulator.fire.DangerLevels;
import vn.ioc.simulator.fire.Firms;
import vn.ioc.simulator.health.Health;
import vn.ioc.simulator.mentions.Reputa;
import vn.ioc.simulator.petitions.Petitions;
import vn.ioc.simulator.reform.Rankings;
import vn.ioc.simulator.services.Counter;
import vn.ioc.simulator.services.IGate;
import vn.ioc.simulator.services.Portal;
import vn.ioc.simulator.wire.Faults;
import vn.ioc.simulator.wire.Handover;
import vn.ioc.simulator.wire.SourceSystem;
import vn.ioc.simulator.wire.WireServer;

/** All systems of one district with their two ports. A further system is one more line in {@link #systems}. */
public final class StandIn implements AutoCloseable {
    private final Ports ports;
    private final WireServer wire;
    private final ControlServer control;
    private final Life life;
    private final @Nullable Postgres postgres;
    private final Runnable folder;

    /**
     * Where to listen; a port of 0 takes any.
     *
     * @param database port of the database server; null for none
     */
    public record Ports(
            String address,
            int port,
            int controlPort,
            @Nullable Integer database) {
        /** Any two ports on loopback, and no database server. */
        public static Ports any() {
            return new Ports("127.0.0.1", 0, 0, null);
        }
    }

    /**
     * @param folder where to hand over files; null for nowhere
     * @throws IOException when a port cannot be had
     */
    public StandIn(Setting setting, Clock clock, String token, Ports ports, @Nullable Path folder) throws IOException {
        this.ports = ports;
        District district = District.of(setting, clock);
        List<SourceSystem> systems = new ArrayList<>(systems(district, token));
        this.postgres = ports.database() == null ? null : new Postgres(ports.database(), token);
        if (postgres != null) {
            systems.addAll(databases(district, postgres));
        }
        Faults faults = new Faults();
        this.folder = folder == null ? () -> {} : new Folder(folder, systems);
        this.life = new Life(setting, systems, this.folder);
        this.control = new ControlServer(ports.controlPort(), new Control(systems, faults, this.folder));
        try {
            this.wire = new WireServer(new InetSocketAddress(ports.address(), ports.port()), systems, faults);
        } catch (IOException e) {
            control.close();
            if (postgres != null) {
                postgres.close();
            }
            throw e;
        }
    }

    static List<SourceSystem> systems(District district, String token) {
        Petitions petitions = new Petitions(district, token);
        Counter counter = new Counter(district);
        return List.of(
                petitions,
                new Qoffice(district, petitions.letters()),
                new Reputa(district, token),
                new Portal(district, token, counter),
                new IGate(token, counter),
                new Firms(district, token),
                new Handover("danger", new DangerLevels(district)),
                new Cameras(district, token),
                new Handover("reform", new Rankings(district.setting())));
    }

    private static List<SourceSystem> databases(District district, Postgres postgres) throws IOException {
        try {
            return List.of(
                    new Health(district, postgres.create(Health.DATABASE)),
                    new Education(district, postgres.create(Education.DATABASE)));
        } catch (SQLException e) {
            postgres.close();
            throw new IOException("the databases cannot be made", e);
        }
    }

    /** @param changes how many a minute happen by themselves */
    public void start(int changes) {
        folder.run();
        control.start();
        wire.start();
        life.start(changes);
    }

    public String address() {
        return "http://" + ports.address() + ":" + wire.port();
    }

    public String controlAddress() {
        return "http://127.0.0.1:" + control.port();
    }

    /** {@code jdbc:postgresql://127.0.0.1:PORT/}, or null when no database server runs. */
    public @Nullable String databaseAddress() {
        return postgres == null ? null : postgres.address();
    }

    @Override
    public void close() {
        life.close();
        wire.close();
        control.close();
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the database server does not stop", e);
        }
    }
}
