//! A lattice of wasmCloud 1 (its documentation, "Lattice", "Control interface" and "Events").
//!
//! Components are called under the name of their lattice, with nothing before it, and wRPC puts its version and
//! the instance behind them. No lattice is called `wasmbus`.

topics::topics! {
    enum LatticeTopic;

    #[first]
    wasmbus {
        ctl.v1.<lattice> {
            host.<verb: ping | get | stop>.<host..> as HostCommand;
            host.ping as PingHosts;
            component.<verb: auction | scale | update>.<host..> as ComponentCommand;
            provider.<verb: auction | start | stop>.<host..> as ProviderCommand;
            link.<verb: get | put | del> as Link;
            claims.get as Claims;
            config.<verb: get | put | del>.<name> as Config;
            label.<verb: put | del>.<host> as Label;
            registry.put as Registry;
        }
        evt.<lattice>.<event..> as Event;
        rpc.<lattice>.<provider>.<call..> as ProviderCall;
    }
    <lattice>.<component>.wrpc.<version..> as Call;
}

#[test]
fn lattice() {
    super::check::<LatticeTopic<'_>>(
        &[
            "wasmbus.ctl.v1.default.host.get.NAB7",
            "wasmbus.ctl.v1.default.host.ping",
            "wasmbus.ctl.v1.default.component.scale.NAB7",
            "wasmbus.ctl.v1.default.provider.start.NAB7",
            "wasmbus.ctl.v1.default.link.put",
            "wasmbus.ctl.v1.default.claims.get",
            "wasmbus.ctl.v1.default.config.get.http",
            "wasmbus.ctl.v1.default.label.put.NAB7",
            "wasmbus.ctl.v1.default.registry.put",
            "wasmbus.evt.default.host_heartbeat",
            "wasmbus.rpc.default.httpserver.health",
            "default.http-hello.wrpc.0.0.1.wasi:http/incoming-handler.handle",
        ],
        &[
            "wasmbus",
            "wasmbus.ctl.v1.default.host.pong",
            "wasmbus.ctl.v2.default.host.ping",
            "wasmbus.ctl.v1.default.link.list",
            "default.http-hello.rpc.0",
        ],
    );
    let topic = LatticeTopic::parse("wasmbus.evt.wrpc.host_started").unwrap();
    assert!(matches!(topic, LatticeTopic::Event(_)));
}
