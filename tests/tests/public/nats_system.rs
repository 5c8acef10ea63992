//! What a NATS server tells of itself, and answers (NATS documentation, "System Events").

topics::topics! {
    enum SystemTopic;

    "$SYS" {
        ACCOUNT.<account>.<event: CONNECT | DISCONNECT> as Client;
        ACCOUNT.<account>.SERVER.CONNS as Connections;
        ACCOUNT.<account>.LEAFNODE.CONNECT as LeafNode;
        SERVER.<server>.CLIENT.AUTH.ERR as AuthenticationError;
        SERVER.<server>.STATSZ as Statistics;
        SERVER.<server>.SHUTDOWN as Shutdown;
        REQ.SERVER.PING as Ping;
        REQ.SERVER.PING.<report: STATSZ | VARZ | SUBSZ | CONNZ | ROUTEZ | GATEWAYZ | LEAFZ | ACCOUNTZ | JSZ
            | HEALTHZ> as Ask;
        REQ.SERVER.<server>.<report: STATSZ | VARZ | SUBSZ | CONNZ | ROUTEZ | GATEWAYZ | LEAFZ | ACCOUNTZ | JSZ
            | HEALTHZ> as AskServer;
        REQ.SERVER.<server>.RELOAD as Reload;
        REQ.ACCOUNT.<account>.<report: SUBSZ | CONNZ | LEAFZ | JSZ | INFO | CONNS> as AskAccount;
        REQ.ACCOUNT.<account>.CLAIMS.LOOKUP as LookUpClaims;
        REQ.CLAIMS.<change: UPDATE | LIST | DELETE> as Claims;
    }
}

#[test]
fn system() {
    super::check::<SystemTopic<'_>>(
        &[
            "$SYS.ACCOUNT.AAB.CONNECT",
            "$SYS.ACCOUNT.AAB.SERVER.CONNS",
            "$SYS.ACCOUNT.AAB.LEAFNODE.CONNECT",
            "$SYS.SERVER.NBC.CLIENT.AUTH.ERR",
            "$SYS.SERVER.NBC.STATSZ",
            "$SYS.SERVER.NBC.SHUTDOWN",
            "$SYS.REQ.SERVER.PING",
            "$SYS.REQ.SERVER.PING.JSZ",
            "$SYS.REQ.SERVER.NBC.VARZ",
            "$SYS.REQ.SERVER.NBC.RELOAD",
            "$SYS.REQ.ACCOUNT.AAB.CONNZ",
            "$SYS.REQ.ACCOUNT.AAB.CLAIMS.LOOKUP",
            "$SYS.REQ.CLAIMS.UPDATE",
        ],
        &[
            "$SYS.ACCOUNT.AAB",
            "$SYS.REQ.SERVER.NBC",
            "$SYS.REQ.SERVER.NBC.PING",
            "$SYS.REQ.ACCOUNT.AAB.VARZ",
            "$SYS.SERVER.NBC.CLIENT.AUTH",
        ],
    );
}
