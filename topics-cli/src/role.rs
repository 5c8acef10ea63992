//! A role: what a program may publish and subscribe to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use topics::lock::Lock;
use topics::{Pattern, nearest};

use crate::concrete::overlaps;

/// What a file of a role says.
#[derive(Default)]
pub(crate) struct Role {
    pub(crate) publish: Vec<Pattern<'static>>,
    /// Each with its queue group, if it has one.
    pub(crate) subscribe: Vec<(Pattern<'static>, Option<String>)>,
    pub(crate) allow_responses: Option<Responses>,
}

/// How often and how long the role may answer; the server's own limits where nothing is said.
#[derive(Default)]
pub(crate) struct Responses {
    pub(crate) most: Option<u32>,
    pub(crate) for_how_long: Option<String>,
}

impl Role {
    /// Reads the file of a role, and checks each pattern against a hierarchy.
    pub(crate) fn read(path: &Path, lock: &Lock) -> Result<Self> {
        let name = path.display();
        let text = fs::read_to_string(path).with_context(|| format!("cannot read `{name}`"))?;
        let mut role = Self::default();
        for (number, line) in (1..).zip(text.lines()) {
            role.add(line, lock)
                .with_context(|| format!("cannot read line {number} of `{name}`"))?;
        }
        Ok(role)
    }

    fn add(&mut self, line: &str, lock: &Lock) -> Result<()> {
        let mut words = line.split_whitespace();
        let verb = match words.next() {
            None => return Ok(()),
            Some(comment) if comment.starts_with('#') => return Ok(()),
            Some(verb) => verb,
        };
        let words: Vec<&str> = words.collect();
        match (verb, words.as_slice()) {
            ("publish", [pattern]) => self.publish.push(checked(pattern, lock)?),
            ("subscribe", [pattern]) => self.subscribe.push((checked(pattern, lock)?, None)),
            ("subscribe", [pattern, queue]) => {
                // A queue group may be a pattern as well, so that a role has all groups of a name.
                let queue = Pattern::new(*queue).context("not a queue group")?;
                let queue = queue.as_str().to_owned();
                self.subscribe.push((checked(pattern, lock)?, Some(queue)));
            }
            ("allow_responses", limits) if limits.len() <= 2 => {
                let most = limits.first().map(|most| most.parse());
                let most = most.transpose().context("not a number of responses")?;
                let for_how_long = limits.get(1).map(|time| duration(time)).transpose()?;
                self.allow_responses = Some(Responses { most, for_how_long });
            }
            _ => bail!(
                "expected `publish PATTERN`, `subscribe PATTERN [QUEUE]` or `allow_responses [MAX] [TTL]`"
            ),
        }
        Ok(())
    }
}

/// A pattern that a topic of the hierarchy can match.
fn checked(pattern: &str, lock: &Lock) -> Result<Pattern<'static>> {
    let pattern = Pattern::new(pattern.to_owned())?;
    let templates: Vec<_> = lock.entries().iter().map(|e| e.template()).collect();
    if templates
        .iter()
        .any(|template| overlaps(lock, template, &pattern))
    {
        return Ok(pattern);
    }
    match nearest(&templates, pattern.as_str()) {
        Some(nearest) => bail!("no topic can match `{pattern}`; the nearest is `{nearest}`"),
        None => bail!("no topic can match `{pattern}`"),
    }
}

/// A time as Go writes it: `90s`, `1m`.
fn duration(text: &str) -> Result<String> {
    let number = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    match &text[number.len()..] {
        "ms" | "s" | "m" | "h" if is_number => Ok(text.to_owned()),
        _ => bail!("`{text}` is not a time such as `90s`"),
    }
}
