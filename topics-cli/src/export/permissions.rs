//! The permissions of a role, as a NATS server is configured with them.

use serde_json::{Map, Value, json};
use topics::Pattern;
use topics::lock::Lock;

use crate::concrete;
use crate::role::Role;

/// Where the replies to a client's requests arrive.
const INBOX: &str = "_INBOX.>";

/// What may be published is cut down to the topics of the hierarchy. What may be subscribed to is as the role says,
/// since the server compares a subscription as a whole.
pub(super) fn of(role: &Role, lock: &Lock) -> Value {
    let mut publish: Vec<Pattern<'static>> = Vec::new();
    let mut expects_replies = false;
    for entry in lock.entries() {
        for topics in concrete::patterns(lock, &entry.template()) {
            for pattern in &role.publish {
                let Some(both) = pattern.intersection(&topics) else {
                    continue;
                };
                expects_replies |= entry.reply().is_some();
                if !publish.iter().any(|other| other.covers(&both)) {
                    publish.retain(|other| !both.covers(other));
                    publish.push(both);
                }
            }
        }
    }
    let publish: Vec<String> = publish.iter().map(ToString::to_string).collect();
    let mut subscribe: Vec<String> = Vec::new();
    for (pattern, queue) in &role.subscribe {
        subscribe.push(match queue {
            Some(queue) => format!("{pattern} {queue}"),
            None => pattern.to_string(),
        });
    }
    if expects_replies {
        subscribe.push(INBOX.to_owned());
    }
    let mut permissions = Map::new();
    permissions.insert("publish".to_owned(), rule(&publish));
    permissions.insert("subscribe".to_owned(), rule(&subscribe));
    if let Some(responses) = &role.allow_responses {
        let mut limits = Map::new();
        if let Some(most) = responses.most {
            limits.insert("max".to_owned(), most.into());
        }
        if let Some(time) = &responses.for_how_long {
            limits.insert("ttl".to_owned(), time.as_str().into());
        }
        let limits = if limits.is_empty() {
            true.into()
        } else {
            limits.into()
        };
        permissions.insert("allow_responses".to_owned(), limits);
    }
    permissions.into()
}

/// Allows these subjects; none of them is all that is denied, since an empty list would allow all.
fn rule(subjects: &[String]) -> Value {
    if subjects.is_empty() {
        json!({ "deny": [">"] })
    } else {
        json!({ "allow": subjects })
    }
}
