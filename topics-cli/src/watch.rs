//! The same as `check` on a live bus.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use async_nats::{Client, ConnectOptions, Event, ServerAddr};
use console::{Term, style, truncate_str};
use futures_util::StreamExt;
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};
use percent_encoding::percent_decode_str;
use serde_json::json;
use tokio::time::{MissedTickBehavior, interval, sleep};
use topics::lock::Lock;
use topics::{Pattern, Roots};

use crate::arguments::Watch;
use crate::excerpt::Excerpt;
use crate::former;
use crate::names::Names;
use crate::report;
use crate::source;
use crate::table::{Cell, Table};
use crate::tally::Tally;
use crate::terminal::{hang, heading, section, width};

/// How many messages may wait before the client drops some.
const WAITING: usize = 1 << 19;

/// How many undeclared names are shown; all are counted.
const SHOWN: usize = 1024;

/// How many of the busiest values of each placeholder are shown in the end.
const TOP: usize = 10;

/// How often the table is drawn.
const TICK: Duration = Duration::from_millis(500);

/// As good as no end.
const FOREVER: Duration = Duration::from_secs(31_536_000);

/// How often lines are written at most.
const LEAST: Duration = Duration::from_secs(1);

/// What was seen on the bus.
struct Seen<'l> {
    tally: Tally<'l>,
    bytes: Vec<u64>,
    lock: &'l Lock,
    /// The undeclared names that have been shown.
    shown: BTreeSet<String>,
    start: Moment,
}

/// The counts at a moment.
struct Moment {
    at: Instant,
    templates: Vec<u64>,
    rejections: u64,
}

/// Counts the messages on a bus until it is told to stop; true if all names were declared.
pub(crate) fn run(watch: &Watch, as_json: bool, out: &mut impl Write) -> Result<bool> {
    let lock = source::lock(&watch.lock)?;
    // One root is a pattern too: of itself.
    let roots = watch.root.as_ref().map(Roots::new).transpose()?;
    let names = Names::of(&lock);
    let mut seen = Seen {
        tally: Tally::new(&names),
        bytes: vec![0; names.lines().len()],
        lock: &lock,
        shown: BTreeSet::new(),
        start: Moment {
            at: Instant::now(),
            templates: vec![0; names.lines().len()],
            rejections: 0,
        },
    };
    let missed = Arc::new(AtomicU64::new(0));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let client = connect(watch, Arc::clone(&missed)).await?;
        follow(&client, roots.as_ref(), watch, &mut seen, as_json, out).await
    })?;
    let missed = missed.load(Ordering::Relaxed);
    seen.summary(missed, as_json, out)?;
    Ok(seen.tally.rejections() == 0)
}

async fn connect(watch: &Watch, missed: Arc<AtomicU64>) -> Result<Client> {
    let mut options = ConnectOptions::new()
        .name("topics watch")
        .subscription_capacity(WAITING)
        .event_callback(move |event| {
            let missed = Arc::clone(&missed);
            async move {
                // One for each message that found no room.
                if let Event::SlowConsumer(_) = event {
                    missed.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
    if let Some(path) = &watch.creds {
        let cannot_read = || format!("cannot read `{}`", path.display());
        options = options
            .credentials_file(path)
            .await
            .with_context(cannot_read)?;
    }
    if let Some(path) = &watch.tls_ca {
        options = options
            .add_root_certificates(path.clone())
            .require_tls(true);
    }
    if let (Some(certificate), Some(key)) = (&watch.tls_cert, &watch.tls_key) {
        options = options
            .add_client_certificate(certificate.clone(), key.clone())
            .require_tls(true);
    }
    // What stands before `@` may be a password.
    let shown = watch.server.rsplit('@').next().unwrap_or_default();
    let cannot_connect = || format!("cannot connect to `{shown}`");
    let server: ServerAddr = watch.server.parse().with_context(cannot_connect)?;
    // The client ignores the user in an address, and takes the one in its options.
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    options = match (server.username(), server.password()) {
        (Some(user), Some(password)) => options.user_and_password(decoded(user), decoded(password)),
        (Some(token), None) => options.token(decoded(token)),
        (None, _) => options,
    };
    options.connect(server).await.with_context(cannot_connect)
}

/// Counts messages until the time is over, the user stops it, or the connection ends.
async fn follow(
    client: &Client,
    roots: Option<&Roots>,
    watch: &Watch,
    seen: &mut Seen<'_>,
    as_json: bool,
    out: &mut impl Write,
) -> Result<()> {
    let all = Pattern::from_static(">");
    let pattern = roots.map_or(all.clone(), |roots| roots.pattern(&all));
    let mut messages = client.subscribe(pattern.to_string()).await?;
    client.flush().await?;
    let bar = table_of(as_json);
    let lines = seen.tally.names.lines();
    let declares_servers_names = lines
        .iter()
        .any(|line| line.template.as_str().starts_with('$'));
    let is_counted =
        |name: &str| !is_inbox(name) && (declares_servers_names || !name.starts_with('$'));
    let mut last = seen.now();
    let mut ticks = interval(if bar.is_hidden() {
        watch.every.max(LEAST)
    } else {
        TICK
    });
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let end = sleep(watch.duration.unwrap_or(FOREVER));
    tokio::pin!(end);
    let stop = tokio::signal::ctrl_c();
    tokio::pin!(stop);
    loop {
        tokio::select! {
            biased;
            _ = &mut stop => break,
            () = &mut end => break,
            _ = ticks.tick() => {
                if bar.is_hidden() {
                    seen.write_counts(&last, as_json, out)?;
                } else {
                    bar.set_message(seen.live(&last));
                }
                last = seen.now();
            }
            message = messages.next() => {
                let Some(message) = message else {
                    bail!("the connection ended");
                };
                let subject = message.subject.as_str();
                let Some((root, name)) = split(subject, roots) else {
                    continue;
                };
                if !is_counted(name) {
                    continue;
                }
                if let Some(line) = seen.count(name, root, message.length, as_json) {
                    bar.suspend(|| writeln!(out, "{line}").and_then(|()| out.flush()))?;
                }
            }
        }
    }
    bar.finish_and_clear();
    Ok(())
}

/// The root of a subject, if there is one, and the name behind it.
fn split<'s>(subject: &'s str, roots: Option<&Roots>) -> Option<(Option<&'s str>, &'s str)> {
    let Some(roots) = roots else {
        return Some((None, subject));
    };
    let (root, name) = roots.strip(subject)?;
    Some((Some(root), name))
}

/// Replies are sent to names that no hierarchy declares. Neither do most declare the names that the server uses itself, such as
/// `$JS.API.INFO`.
fn is_inbox(name: &str) -> bool {
    name.starts_with("_INBOX.")
}

/// What draws the live table; hidden where nobody looks at it.
fn table_of(as_json: bool) -> ProgressBar {
    if as_json || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{msg}") {
        bar.set_style(style);
    }
    bar
}

impl Moment {
    /// So many since then, as a number a second.
    fn rate(&self, count: u64) -> u64 {
        let rate = u128::from(count) * 1000 / self.at.elapsed().as_millis().max(1);
        u64::try_from(rate).unwrap_or(u64::MAX)
    }
}

impl Seen<'_> {
    /// Counts a message; a line to be shown if its name is undeclared and new.
    fn count(
        &mut self,
        name: &str,
        root: Option<&str>,
        bytes: usize,
        as_json: bool,
    ) -> Option<String> {
        let rejection = match self.tally.count(Ok(name)) {
            Ok(place) => {
                self.bytes[place] += bytes as u64;
                return None;
            }
            Err(rejection) => rejection,
        };
        if self.shown.len() == SHOWN || !self.shown.insert(name.to_owned()) {
            return None;
        }
        let names = self.tally.names;
        Some(if as_json {
            let mut value = rejection.json(names);
            if let Some(root) = root {
                value["root"] = root.into();
            }
            value.to_string()
        } else {
            let under = root.map(|root| format!(" (under `{}`)", Excerpt(root.as_bytes())));
            let sentence = rejection.sentence(names) + &under.unwrap_or_default();
            hang(&sentence, 2, width())
        })
    }

    /// What is counted at this moment.
    fn now(&self) -> Moment {
        Moment {
            at: Instant::now(),
            templates: self.tally.templates.clone(),
            rejections: self.tally.rejections(),
        }
    }

    /// Writes a line for each template that was published since a moment.
    fn write_counts(&self, since: &Moment, as_json: bool, out: &mut impl Write) -> io::Result<()> {
        let lines = self.tally.names.lines().iter();
        let counts = self.tally.templates.iter().zip(&since.templates);
        for (line, ((count, before), bytes)) in lines.zip(counts.zip(&self.bytes)) {
            let (template, rate) = (line.template.as_str(), since.rate(count - before));
            if count == before {
                continue;
            }
            if as_json {
                let value =
                    json!({ "template": template, "count": count, "rate": rate, "bytes": bytes });
                writeln!(out, "{value}")?;
            } else {
                let (count, rate, bytes) =
                    (HumanCount(*count), HumanCount(rate), HumanBytes(*bytes));
                writeln!(out, "{template}: {count} messages, {rate}/s, {bytes}")?;
            }
        }
        out.flush()
    }

    /// The table as it fits on the terminal: the busiest templates, a line each.
    fn live(&self, since: &Moment) -> String {
        let (height, width) = Term::stderr().size();
        // The heading, what is undeclared, how many are left out, and the cursor have a line too.
        let table = self.table(since, usize::from(height).saturating_sub(4));
        let heading = style("Messages by template").for_stderr().bold();
        let lines = table.lines(usize::MAX).map(|line| {
            let line = truncate_str(&line, width.into(), "…");
            format!("\n{line}")
        });
        format!("{heading}{}", lines.collect::<String>())
    }

    /// The count, the rate since a moment, and the bytes of each template, by template; of so many at most.
    fn table(&self, since: &Moment, most: usize) -> Table<4> {
        let row = |count: u64, before: u64, bytes: String, text: String| {
            let rate = HumanCount(since.rate(count - before));
            [
                Cell::count(count),
                Cell::Number(format!("{rate}/s")),
                Cell::Number(bytes),
                Cell::Text(text),
            ]
        };
        let lines = self.tally.names.lines().iter();
        let counts = self.tally.templates.iter().zip(&since.templates);
        let mut lines: Vec<_> = lines.zip(counts.zip(&self.bytes)).collect();
        let left_out = lines.len().saturating_sub(most);
        if left_out > 0 {
            lines.sort_by_key(|(_, ((count, _), _))| Reverse(**count));
            lines.truncate(most);
        }
        lines.sort_by_key(|(line, _)| line.template.as_str());
        let lines = lines.into_iter().map(|(line, ((count, before), bytes))| {
            let bytes = HumanBytes(*bytes).to_string();
            row(*count, *before, bytes, line.template.to_string())
        });
        let rejections = self.tally.rejections();
        let undeclared = "(undeclared)".to_owned();
        let undeclared = row(rejections, since.rejections, String::new(), undeclared);
        let mut rows: Vec<_> = lines.chain([undeclared]).collect();
        if left_out > 0 {
            let text = format!("(and {left_out} templates with fewer messages)");
            let empty = || Cell::Number(String::new());
            rows.push([empty(), empty(), empty(), Cell::Text(text)]);
        }
        Table(rows)
    }

    /// The former texts of values that were seen: the placeholder, the text, the one that replaces it, and how often it was
    /// seen at least.
    fn former_values(&self) -> BTreeSet<(&str, &str, &str, u64)> {
        let names = self.tally.names;
        let placeholders = names
            .lines()
            .iter()
            .flat_map(|line| line.template.placeholders());
        let seen = placeholders.filter_map(|of| {
            let place = names.placeholders().binary_search(&of.name()).ok()?;
            let values = former::values(self.lock, of.kind()).into_iter();
            Some(values.filter_map(move |(now, text)| {
                let estimates = self.tally.values[place].estimates().into_iter();
                let mut estimates = estimates.filter(|estimate| estimate.text == text);
                Some((of.name(), text, now, estimates.next()?.at_least))
            }))
        });
        seen.flatten().collect()
    }

    fn summary(&self, missed: u64, as_json: bool, out: &mut impl Write) -> Result<()> {
        let counts = self.tally.templates.iter().zip(&self.bytes);
        let lines = self.tally.names.lines().iter().zip(counts);
        let lines = lines.map(|(line, counts)| {
            let now = former::successor(self.lock, line.template);
            (line.template, now, counts)
        });
        if as_json {
            for (template, now, (count, bytes)) in lines {
                let (template, now) = (template.as_str(), now.map(|now| now.as_str()));
                let value =
                    json!({ "template": template, "count": count, "bytes": bytes, "now": now });
                writeln!(out, "{value}")?;
            }
            for (of, text, now, count) in self.former_values() {
                let value = json!({ "placeholder": of, "value": text, "now": now, "count": count });
                writeln!(out, "{value}")?;
            }
            report::write_json_details(&self.tally, TOP, out)?;
            writeln!(out, "{}", json!({ "missed": missed }))?;
            return Ok(());
        }
        let title = heading("Messages by template");
        write!(out, "{title}\n{}", self.table(&self.start, usize::MAX))?;
        report::write_details(&self.tally, TOP, out)?;
        let silent = lines
            .clone()
            .filter(|(_, now, (count, _))| **count == 0 && now.is_none());
        let silent = silent.map(|(template, ..)| template);
        section("Templates that nobody published", silent, out)?;
        let former = lines.filter(|(.., (count, _))| **count > 0);
        let former = former.filter_map(|(template, now, (count, _))| {
            Some(format!("{}  {template}, now {}", HumanCount(*count), now?))
        });
        section("Former names that are still in use", former, out)?;
        let former = self.former_values().into_iter();
        let former = former.map(|(of, text, now, count)| {
            format!("{}  {text} of <{of}>, now {now}", HumanCount(count))
        });
        section("Former values that are still in use", former, out)?;
        let missed = (missed > 0).then(|| format!("{} messages", HumanCount(missed)));
        section("Missed", missed, out)?;
        Ok(())
    }
}
