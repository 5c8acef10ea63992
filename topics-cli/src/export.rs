//! A hierarchy for another program.

mod asyncapi;
mod mapping;
mod markdown;
mod permissions;

use std::io::Write;

use anyhow::Result;
use serde_json::json;
use topics::disjoint_patterns;

use crate::arguments::Export;
use crate::role::Role;
use crate::source;

/// Writes a hierarchy as asked for.
pub(crate) fn run(export: &Export, as_json: bool, out: &mut impl Write) -> Result<bool> {
    match export {
        Export::Asyncapi { lock, role } => {
            let (shapes, lock) = (source::shapes(lock)?, source::lock(lock)?);
            let role = role
                .as_ref()
                .map(|path| Role::read(path, &lock))
                .transpose()?;
            let document = asyncapi::document(&lock, &shapes, role.as_ref());
            if as_json {
                writeln!(out, "{document}")?;
            } else {
                writeln!(out, "{document:#}")?;
            }
        }
        Export::NatsPermissions { lock, role } => {
            let lock = source::lock(lock)?;
            let permissions = permissions::of(&Role::read(role, &lock)?, &lock);
            // JSON is a part of what the server's configuration can be.
            if as_json {
                writeln!(out, "{}", json!({ "permissions": permissions }))?;
            } else {
                writeln!(out, "permissions: {permissions:#}")?;
            }
        }
        Export::NatsSubjects { lock } => {
            let lock = source::lock(lock)?;
            let patterns = lock
                .entries()
                .iter()
                .map(|entry| entry.template().pattern());
            for subject in disjoint_patterns(patterns) {
                if as_json {
                    writeln!(out, "{}", json!(subject.as_str()))?;
                } else {
                    writeln!(out, "{subject}")?;
                }
            }
        }
        Export::NatsMapping { lock, from } => {
            let old = from
                .as_ref()
                .map(|from| source::old_lock(from, lock))
                .transpose()?;
            let (old, new) = (old.unwrap_or_default(), source::lock(lock)?);
            return mapping::write(&old, &new, as_json, out);
        }
        Export::Markdown { lock } => markdown::write(&source::lock(lock)?, out)?,
    }
    Ok(true)
}
