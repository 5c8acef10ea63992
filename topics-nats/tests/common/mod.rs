//! A server for each test: a program that was there, or the one that a Python package brings along.

#![allow(dead_code, reason = "no test program needs all of it")]

mod program;

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{fs, process, thread};

pub(crate) use program::is_skipped;
use program::{HOW_TO_GET_ONE, program};

/// A server on the loopback interface, which ends with this value.
pub(crate) struct Server {
    process: Child,
    port: u16,
    folder: PathBuf,
}

impl Server {
    /// Starts a server that lets everyone do everything.
    pub(crate) fn start() -> Self {
        Self::with_configuration("")
    }

    pub(crate) fn with_configuration(configuration: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("server-{}-{number}", process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).expect("the target folder can be written to");
        let mut file = File::create(folder.join("server.conf")).expect("so can its folders");
        file.write_all(configuration.as_bytes())
            .expect("so can its files");
        // Another process may take the port before the server does.
        for _ in 0..10 {
            let port = free_port();
            if let Some(process) = run(port, &folder) {
                return Self {
                    process,
                    port,
                    folder,
                };
            }
        }
        panic!("nats-server does not start: {}", log(&folder));
    }

    pub(crate) fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// Ends the server at once, as a crash does.
    pub(crate) fn kill(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    /// Starts it again, on the same port.
    pub(crate) fn restart(&mut self) {
        self.process = run(self.port, &self.folder).expect("the port is free again");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
    listener.local_addr().expect("it has an address").port()
}

/// Runs a server, and waits until it answers; `None` if it ends before.
fn run(port: u16, folder: &Path) -> Option<Child> {
    let mut command = Command::new(program());
    command.arg("--config").arg(folder.join("server.conf"));
    command.args(["--addr", "127.0.0.1", "--port", &port.to_string()]);
    command.arg("--store_dir").arg(folder.join("store"));
    let log = File::create(folder.join("log")).ok()?;
    command
        .stdout(Stdio::null())
        .stderr(log)
        .stdin(Stdio::null());
    let mut process = command.spawn().unwrap_or_else(|error| {
        panic!(
            "cannot run `{}`: {error}; {HOW_TO_GET_ONE}",
            program().display()
        )
    });
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(30) {
        if process.try_wait().ok()?.is_some() {
            return None;
        }
        if let Ok(mut stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
            let mut hello = [0; 4];
            if stream.read_exact(&mut hello).is_ok() && hello == *b"INFO" {
                return Some(process);
            }
        }
        thread::sleep(Duration::from_millis(5));
    }
    let _ = process.kill();
    let _ = process.wait();
    None
}

fn log(folder: &Path) -> String {
    fs::read_to_string(folder.join("log")).unwrap_or_default()
}
