//! Sixty templates: the bus of `twelve` some years on.

topics::topics! {
    /// Every topic on the bus.
    pub enum BusTopic;

    topology.<topology_id> {
        /// A queued change of a topology moved on.
        mutation.<state: enqueued | applying | applied | failed>;
        /// The status column of a topology changed.
        status;
        /// The topology was made.
        created;
        /// The topology is no more.
        deleted;
        /// A decky joined or left.
        member.<decky_id>.<change: joined | left>;
        /// A link between two deckies changed.
        link.<from>.<to>.<condition: up | down | degraded>;
        /// A deployment moved on.
        deployment.<state: planned | running | done | aborted>;
        /// A snapshot was taken.
        snapshot.<snapshot_id>.taken;
        /// A snapshot was put back.
        snapshot.<snapshot_id>.restored;
    }

    decky.<decky_id> {
        /// The shape of a decky changed: a mutation was composed, for example.
        state;
        /// Traffic was seen at a decky.
        traffic;
        /// Somebody asks for an immediate mutation of this decky.
        mutate_request;
        /// The decky started.
        booted;
        /// The decky stopped.
        stopped;
        /// A service of the decky started.
        service.<service>.started;
        /// A service of the decky stopped.
        service.<service>.stopped;
        /// Somebody talked to a service.
        service.<service>.touched;
        /// A port was probed.
        port.<number: u16>.probed;
        /// A file was read that nobody should read.
        file.<path..>;
        /// How full the decky is.
        gauge.<resource: cpu | memory | disk>;
    }

    attacker {
        /// The first sight of an attacker.
        observed;
        /// An attacker's score crossed its threshold.
        scored;
        /// An active probe answered about an attacker who has been observed already.
        fingerprinted;
        /// An attacker opened a session.
        session.started;
        /// An attacker's session is over.
        session.ended;
        /// What an attacker does, as primitives.
        observation.<primitive..>;
        /// Two attackers turned out to be one.
        merged;

        profile.<attacker_id> {
            /// Something was learnt about one attacker.
            attributed;
            /// One attacker was shut out.
            blocked;
            /// A credential was tried.
            credential.<outcome: accepted | refused>;
            /// A command was typed.
            session.<session_id>.command;
            /// A file was left.
            session.<session_id>.upload;
        }
    }

    campaign.<campaign_id> {
        /// A campaign began.
        opened;
        /// A campaign ended.
        closed;
        /// An attacker was counted to a campaign.
        attacker.<attacker_id>;
        /// How bad it is.
        severity.<level: low | medium | high | critical>;
    }

    canary.<token_id> {
        /// A token was placed.
        planted;
        /// A token was used.
        tripped;
        /// A token was taken back.
        retired;
        /// A token was found where it was not planted.
        sighted.<place..>;
    }

    alert.<severity: info | warning | critical> {
        /// An alert was raised.
        raised.<rule>;
        /// An alert is over.
        cleared.<rule>;
    }

    ingest {
        /// A sensor delivered.
        sensor.<sensor_id>.batch;
        /// A sensor delivered what can't be read.
        sensor.<sensor_id>.rejected;
        /// Records wait.
        backlog;
    }

    enrich {
        /// A lookup was asked for.
        request.<kind: whois | dns | geo | asn>.<address>;
        /// A lookup was answered.
        reply.<kind: whois | dns | geo | asn>.<address>;
    }

    report {
        /// A report was ordered.
        <report_id>.requested as ReportRequested;
        /// A report is ready.
        <report_id>.ready as ReportReady;
    }

    user.<user_id> {
        /// Somebody logged in.
        login;
        /// Somebody logged out.
        logout;
        /// Somebody changed something.
        audit.<action..>;
    }

    system {
        /// A record of a worker's log.
        log;
        /// The heartbeat of the bus itself.
        bus.health;
        /// The heartbeat of a worker.
        <worker>.health as WorkerHealth;
        /// A worker started.
        <worker>.started as WorkerStarted;
        /// A worker stopped.
        <worker>.stopped as WorkerStopped;
        /// A worker's settings changed.
        <worker>.config.changed as WorkerConfigChanged;
        /// A job of a worker moved on.
        <worker>.job.<job_id>.<state: queued | running | done | failed> as WorkerJob;
        /// The clock of a host is off.
        clock.skew;
    }
}
