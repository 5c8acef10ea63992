//! The man page: one page with a section for each command.

use std::io::{self, Write};

use anyhow::Result;
use clap::CommandFactory;
use clap_mangen::Man;

use crate::arguments::Arguments;

/// When the command line last changed; a page has to have a date.
const DATE: &str = "2026-11-28";

pub(crate) fn write(out: &mut impl Write) -> Result<bool> {
    let mut command = Arguments::command();
    command.build();
    let page = Man::new(command.clone()).title("TOPICS").date(DATE);
    let page = page
        .source(concat!("topics ", env!("CARGO_PKG_VERSION")))
        .manual("User Commands");
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    for command in command.get_subcommands() {
        write_command(command, out)?;
    }
    Ok(true)
}

fn write_command(command: &clap::Command, out: &mut impl Write) -> io::Result<()> {
    if command.get_name() == "help" {
        return Ok(());
    }
    if command.has_subcommands() {
        return command
            .get_subcommands()
            .try_for_each(|command| write_command(command, out));
    }
    let name = command
        .get_bin_name()
        .unwrap_or(command.get_name())
        .to_uppercase();
    writeln!(out, ".SH \"{}\"", name.replace('-', "\\-"))?;
    // What every command has is said once.
    let command = command.clone().mut_args(|of| {
        let is_of_all = of.is_global_set() || matches!(of.get_id().as_str(), "help" | "version");
        of.hide(is_of_all)
    });
    let page = Man::new(command);
    let mut sections = Vec::new();
    page.render_description_section(&mut sections)?;
    page.render_synopsis_section(&mut sections)?;
    page.render_options_section(&mut sections)?;
    let sections = String::from_utf8_lossy(&sections).replace(".SH ", ".SS ");
    // An empty line between breaks is one break too many for `mandoc`.
    write!(out, "{}", sections.replace(".br\n\n.br\n", ".sp\n"))
}
