//! Requests and their answers.

use topics::pattern;
use topics_bus::{Error, Transport};

use super::hierarchy::{Accepted, BusTopic, DeckyMutateRequest, DeckyTraffic, Mutate, Traffic};
use super::{Outcome, buses, next};

fn mutate() -> Mutate {
    Mutate {
        reason: "attacker 66 has seen enough".into(),
    }
}

pub(crate) async fn a_request_is_answered<T: Transport>(transports: (T, T)) -> Outcome {
    let (asking, answering) = buses(transports);
    let mut work = answering
        .subscribe(DeckyMutateRequest::pattern())
        .queue("mutators")
        .await?;
    let server = async {
        for at in 0..10 {
            let message = next(&mut work).await;
            let (topic, request) = message.read()?;
            assert_eq!((topic.id.as_str(), request), ("web-01", mutate()));
            assert_eq!(message.headers().get("trace"), Some("4bf92f35"));
            assert!(message.is_request());
            message.reply(&Accepted { at }).await?;
        }
        Outcome::Ok(())
    };
    let client = async {
        let topic = DeckyMutateRequest::new("web-01")?;
        for at in 0..10 {
            let accepted = asking
                .request(&topic, &mutate())
                .header("trace", "4bf92f35")
                .await?;
            assert_eq!(accepted, Accepted { at });
        }
        Outcome::Ok(())
    };
    tokio::try_join!(server, client)?;
    Ok(())
}

pub(crate) async fn a_request_that_nobody_receives_fails_at_once<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (asking, _answering) = buses(transports);
    let error = asking
        .request(&DeckyMutateRequest::new("web-01")?, &mutate())
        .await;
    assert!(matches!(error, Err(Error::NoResponders)), "{error:?}");
    Ok(())
}

pub(crate) async fn an_answer_that_cannot_be_decoded_is_an_error<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (asking, answering) = buses(transports);
    let mut work = answering.subscribe(DeckyMutateRequest::pattern()).await?;
    let server = async {
        let message = next(&mut work).await;
        message.reply_bytes("later").await?;
        Outcome::Ok(())
    };
    let client = async {
        let answer = asking
            .request(&DeckyMutateRequest::new("web-01")?, &mutate())
            .await;
        let Err(Error::Reply(error)) = answer else {
            panic!("{answer:?}");
        };
        assert_eq!(error.payload(), b"later");
        Outcome::Ok(())
    };
    tokio::try_join!(server, client)?;
    Ok(())
}

pub(crate) async fn what_is_not_a_request_cannot_be_answered<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (publisher, subscriber) = buses(transports);
    let mut work = subscriber.subscribe(DeckyMutateRequest::pattern()).await?;
    publisher
        .publish(&DeckyMutateRequest::new("web-01")?, &mutate())
        .await?;
    let message = next(&mut work).await;
    assert!(!message.is_request());
    let error = message.reply(&Accepted { at: 1 }).await;
    assert!(matches!(error, Err(Error::NotARequest)), "{error:?}");
    Ok(())
}

pub(crate) async fn a_request_of_a_hierarchy_is_answered<T: Transport>(
    transports: (T, T),
) -> Outcome {
    let (asking, answering) = buses(transports);
    let mut deckies = answering.subscribe(pattern!(BusTopic, "decky.>")).await?;
    asking
        .publish(
            &DeckyTraffic::new("web-01")?,
            &Traffic { port: 1, bytes: 1 },
        )
        .await?;
    let server = async {
        loop {
            let message = next(&mut deckies).await;
            if let BusTopic::DeckyMutateRequest(topic) = message.topic()? {
                assert_eq!(topic.id, "web-02");
                message
                    .reply_as::<DeckyMutateRequest<'_>>(&Accepted { at: 2 })
                    .await?;
                return Outcome::Ok(());
            }
        }
    };
    let client = async {
        let accepted = asking
            .request(&DeckyMutateRequest::new("web-02")?, &mutate())
            .await?;
        assert_eq!(accepted, Accepted { at: 2 });
        Outcome::Ok(())
    };
    tokio::try_join!(server, client)?;
    Ok(())
}
