// What is wrong with a line is said once, however many others it is wrong with.
topics::topics! {
    <tenant>.area1.<what> as Area1;
    <tenant>.area2.<what> as Area2;
    <tenant>.area3.<what> as Area3;
    svc1.<area>.status as Status1;
    svc2.<area>.status as Status2;
    svc3.<area>.status as Status3;
    svc4.<area>.status as Status4;
}

fn main() {}
