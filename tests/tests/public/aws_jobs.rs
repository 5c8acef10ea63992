//! Jobs of AWS IoT Core (AWS IoT developer guide, "Reserved topics").

topics::topics! {
    enum JobsTopic;

    "$aws".things.<thing>.jobs {
        notify;
        notify-next;
        get as List;
        get.<outcome: accepted | rejected> as ListOutcome;
        start-next;
        start-next.<outcome: accepted | rejected> as StartNextOutcome;
        <job>.<request: get | update> as Request;
        <job>.<request: get | update>.<outcome: accepted | rejected> as RequestOutcome;
    }
}

#[test]
fn jobs() {
    super::check::<JobsTopic<'_>>(
        &[
            "$aws.things.pump-7.jobs.notify",
            "$aws.things.pump-7.jobs.notify-next",
            "$aws.things.pump-7.jobs.get",
            "$aws.things.pump-7.jobs.get.accepted",
            "$aws.things.pump-7.jobs.start-next",
            "$aws.things.pump-7.jobs.start-next.rejected",
            "$aws.things.pump-7.jobs.$next.get",
            "$aws.things.pump-7.jobs.job-1.update",
            "$aws.things.pump-7.jobs.job-1.update.accepted",
        ],
        &[
            "$aws.things.pump-7.jobs",
            "$aws.things.pump-7.jobs.stop",
            "$aws.things.pump-7.jobs.job-1.delete",
            "$aws.things.pump-7.jobs.get.pending",
            "aws.things.pump-7.jobs.get",
        ],
    );
}
