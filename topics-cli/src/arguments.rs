//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use topics::Pattern;

/// Answers questions about a topic hierarchy from its lock file.
///
/// Exits with 0 if the answer is yes, with 1 if it is no, and with 2 after an error.
#[derive(Parser)]
#[command(name = "topics", version)]
pub(crate) struct Arguments {
    /// Print one JSON value per line
    #[arg(long, global = true)]
    pub(crate) json: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Show a hierarchy as a tree
    Tree {
        /// Lock files; `-` for standard input
        #[arg(required = true, value_name = "LOCK")]
        locks: Vec<String>,
    },
    /// Tell what a new lock adds, and whom it breaks; exits with 1 if it breaks subscribers or publishers
    Diff {
        /// The lock that others rely on; `git:REV` reads NEW at that revision
        old: String,
        /// The lock that will replace it
        new: String,
        /// How to print the changes
        #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
        format: DiffFormat,
    },
    /// Check topic names, one per line; exits with 1 if one is not a topic of the hierarchy
    Check(Check),
    /// Tell which topics subscriptions receive; exits with 1 if one can receive nothing
    Match {
        /// The lock file; `-` for standard input
        lock: String,
        /// Subscriptions, such as `system.*.health`
        #[arg(required = true, value_name = "PATTERN")]
        patterns: Vec<Pattern<'static>>,
    },
    /// Check the names on a live bus; exits with 1 if one is not a topic of the hierarchy
    Watch(Watch),
    /// Write a hierarchy for another program
    #[command(subcommand)]
    Export(Export),
    /// Write a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the man page
    Man,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Text,
    /// Annotations of a pull request on GitHub
    Github,
}

#[derive(Args)]
pub(crate) struct Check {
    /// The lock file
    pub(crate) lock: String,
    /// The file of names; `-` or nothing for standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) input: PathBuf,
    /// Read JSON, one object per line, and check this field of each
    #[arg(long, value_name = "NAME")]
    pub(crate) field: Option<String>,
    /// How many of the busiest values of each placeholder to show
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) top: usize,
    /// Do not list the rejected names, only count them
    #[arg(long)]
    pub(crate) no_rejects: bool,
}

#[derive(Args)]
pub(crate) struct Watch {
    /// The lock file
    pub(crate) lock: String,
    /// The address of a NATS server; a user or a token stands before the host, `nats://user:password@host`
    #[arg(long, value_name = "URL", default_value = "nats://localhost:4222")]
    pub(crate) server: String,
    /// The root before all names, such as `prod.acme`, or many roots, such as `prod.*`
    #[arg(long, value_name = "ROOT")]
    pub(crate) root: Option<String>,
    /// Stop after this time, `60s` or `5m`; without it, on Ctrl-C
    #[arg(long = "for", value_name = "TIME", value_parser = time)]
    pub(crate) duration: Option<Duration>,
    /// How often to write a line for each published template, when no live table is shown
    #[arg(long, value_name = "TIME", value_parser = time, default_value = "10s")]
    pub(crate) every: Duration,
    /// The file of the credentials
    #[arg(long, value_name = "FILE")]
    pub(crate) creds: Option<PathBuf>,
    /// The certificates of the authorities that signed the server's certificate
    #[arg(long, value_name = "FILE")]
    pub(crate) tls_ca: Option<PathBuf>,
    /// The client's certificate
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub(crate) tls_cert: Option<PathBuf>,
    /// The key of the client's certificate
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub(crate) tls_key: Option<PathBuf>,
}

/// A time such as `60s`.
fn time(text: &str) -> Result<Duration, &'static str> {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let seconds = match unit {
        "s" => Some(1),
        "m" => Some(60),
        "h" => Some(3600),
        _ => None,
    };
    let number: Option<u64> = text[..text.len() - unit.len()].parse().ok();
    let time = number
        .zip(seconds)
        .and_then(|(number, seconds)| number.checked_mul(seconds));
    // Longer than a year is as good as for ever.
    let time = time.map(|seconds| Duration::from_secs(seconds.min(31_536_000)));
    time.ok_or("expected a time such as `60s`, `5m` or `1h`")
}

#[derive(Subcommand)]
pub(crate) enum Export {
    /// An AsyncAPI document
    Asyncapi {
        /// The lock file; `-` for standard input
        lock: String,
        /// The file of a role whose operations the document lists
        #[arg(long, value_name = "FILE")]
        role: Option<PathBuf>,
    },
    /// The permissions of a role, for the configuration of a NATS server
    NatsPermissions {
        /// The lock file; `-` for standard input
        lock: String,
        /// The file of the role
        ///
        /// Each of its lines is `publish PATTERN`, `subscribe PATTERN [QUEUE]`, `allow_responses [MAX] [TTL]`, or a
        /// comment that begins with `#`.
        #[arg(long, value_name = "FILE")]
        role: PathBuf,
    },
    /// The fewest subjects that match the hierarchy, for a JetStream stream; with requests, set `no_ack` on the stream
    NatsSubjects {
        /// The lock file; `-` for standard input
        lock: String,
    },
    /// The mapping from former names to new ones, for the configuration of a NATS server
    NatsMapping {
        /// The lock file; `-` for standard input
        lock: String,
        /// An older lock, whose names are mapped too; `git:REV` for the same path at that revision
        #[arg(long, value_name = "OLD")]
        from: Option<String>,
    },
    /// A reference page
    Markdown {
        /// The lock file; `-` for standard input
        lock: String,
    },
}
