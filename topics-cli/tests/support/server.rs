//! A NATS server of one test, and a client that speaks its protocol as text.

#[path = "../../../topics-nats/tests/common/program.rs"]
mod program;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

pub(crate) use program::{is_skipped, program};

/// A server that ends with the test.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
}

impl Server {
    /// Starts a server with a configuration, at a port that is free.
    pub(crate) fn start(configuration: &str) -> Self {
        let mut child = Command::new(program())
            .args(["-a", "127.0.0.1", "-p", "-1", "-c", configuration])
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let log = child.stderr.take().expect("it has a log");
        let mut log = BufReader::new(log).lines().map_while(Result::ok);
        let address = log
            .find_map(|line| {
                let (_, address) = line.split_once("Listening for client connections on ")?;
                Some(address.to_owned())
            })
            .expect("the server listens");
        // A server whose log nobody reads would stop.
        std::thread::spawn(move || log.for_each(drop));
        Self { child, address }
    }

    pub(crate) fn connect(&self, options: &str) -> Client {
        let stream = TcpStream::connect(&self.address).expect("the server listens");
        let timeout = Some(Duration::from_secs(10));
        stream.set_read_timeout(timeout).expect("a timeout");
        let lines = BufReader::new(stream.try_clone().expect("a copy"));
        let mut client = Client { stream, lines };
        client.line();
        client.send(&format!("CONNECT {options}\r\n"));
        client
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A connection to a server.
pub(crate) struct Client {
    stream: TcpStream,
    lines: BufReader<TcpStream>,
}

impl Client {
    pub(crate) fn send(&mut self, text: &str) {
        self.stream.write_all(text.as_bytes()).expect("it is sent");
    }

    pub(crate) fn publish(&mut self, subject: &str, payload: &str) {
        self.send(&format!("PUB {subject} {}\r\n{payload}\r\n", payload.len()));
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("the server answers");
        line.trim_end().to_owned()
    }

    /// Everything that the server has said when it answers a ping; messages with their subject only.
    pub(crate) fn said(&mut self) -> Vec<String> {
        self.send("PING\r\n");
        let mut said = Vec::new();
        loop {
            let line = self.line();
            if line == "PONG" {
                return said;
            }
            if line.starts_with("MSG ") {
                self.payload(&line);
            }
            said.push(line);
        }
    }

    /// The payload of the message that a line begins.
    fn payload(&mut self, line: &str) -> String {
        let length = line
            .rsplit(' ')
            .next()
            .and_then(|length| length.parse().ok());
        let mut payload = vec![0; length.unwrap_or(0) + 2];
        self.lines.read_exact(&mut payload).expect("a payload");
        String::from_utf8_lossy(&payload).trim_end().to_owned()
    }

    /// Sends a request and returns the reply.
    pub(crate) fn request(&mut self, subject: &str, payload: &str) -> String {
        self.send("SUB _INBOX.test 99\r\nUNSUB 99 1\r\n");
        self.send(&format!(
            "PUB {subject} _INBOX.test {}\r\n{payload}\r\n",
            payload.len()
        ));
        loop {
            let line = self.line();
            if line.starts_with("MSG _INBOX.test ") {
                return self.payload(&line);
            }
        }
    }
}
