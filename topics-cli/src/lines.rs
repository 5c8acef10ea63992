//! The lines of an input of any size, in a buffer that never grows.

use std::io::{self, BufRead, Read};
use std::mem;

use memchr::memchr;

/// The longest name. A NATS server takes no protocol line beyond 4096 bytes unless it is
/// told to (`max_control_line`), so no topic is longer either.
pub(crate) const LONGEST: usize = 4096;

/// What may follow the longest line: `\r\n`.
const LINE_END: usize = 2;

/// Reads lines one at a time. Each borrows from the reader, so none costs an allocation.
pub(crate) struct Lines<R> {
    input: R,
    buffer: Vec<u8>,
    /// How much of the input's buffer was the line before.
    passed: usize,
    /// The longest line that is kept.
    longest: usize,
    number: u64,
}

/// A line, without the `\n` or `\r\n` that ends it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    /// Counted from 1.
    pub(crate) number: u64,
    pub(crate) text: Result<&'a str, Malformed<'a>>,
}

/// A line that is no text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Malformed<'a> {
    /// Not UTF-8 from the byte `at` on.
    NotUtf8 { bytes: &'a [u8], at: usize },
    /// Longer than the longest that is kept; only its beginning was kept. `length` is all of it in bytes, with the
    /// line end.
    TooLong { beginning: &'a [u8], length: u64 },
    /// JSON without a text in the field that has the name.
    NoField { line: &'a str },
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(input: R, longest: usize) -> Self {
        Self {
            input,
            buffer: Vec::with_capacity(LONGEST + LINE_END),
            passed: 0,
            longest,
            number: 0,
        }
    }

    /// The next line, or `None` at the end of the input. A line end there begins no further line.
    pub(crate) fn read(&mut self) -> io::Result<Option<Line<'_>>> {
        let room = self.longest + LINE_END;
        self.input.consume(mem::take(&mut self.passed));
        // A line that is in the input's buffer as a whole stays there; an error is for the slow way to tell.
        let buffered = self.input.fill_buf().unwrap_or_default();
        let end = memchr(b'\n', &buffered[..room.min(buffered.len())]);
        self.buffer.clear();
        let (read, skipped, line) = if let Some(end) = end {
            self.passed = end + 1;
            (end + 1, 0, &self.input.fill_buf()?[..=end])
        } else {
            let input = &mut self.input;
            let read = input
                .take(room as u64)
                .read_until(b'\n', &mut self.buffer)?;
            let is_whole = read < room || self.buffer.ends_with(b"\n");
            let skipped = if is_whole {
                0
            } else {
                self.input.skip_until(b'\n')?
            };
            (read, skipped, &self.buffer[..])
        };
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;

        let line = match line.strip_suffix(b"\n") {
            Some(line) => line.strip_suffix(b"\r").unwrap_or(line),
            None => line,
        };
        let text = if line.len() > self.longest {
            Err(Malformed::TooLong {
                beginning: &line[..self.longest],
                length: (read + skipped) as u64,
            })
        } else {
            str::from_utf8(line).map_err(|error| Malformed::NotUtf8 {
                bytes: line,
                at: error.valid_up_to(),
            })
        };
        Ok(Some(Line {
            number: self.number,
            text,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of each line: its text, or the length of one that is too long.
    fn read(input: &[u8]) -> Vec<Result<String, u64>> {
        let mut lines = Lines::new(io::BufReader::with_capacity(7, input), LONGEST);
        let mut read = Vec::new();
        while let Some(line) = lines.read().expect("memory can be read") {
            assert_eq!(line.number, read.len() as u64 + 1);
            read.push(match line.text {
                Ok(text) => Ok(text.to_owned()),
                Err(Malformed::TooLong { beginning, length }) => {
                    assert_eq!(beginning.len(), LONGEST);
                    Err(length)
                }
                Err(Malformed::NotUtf8 { .. } | Malformed::NoField { .. }) => {
                    panic!("the tests' input is UTF-8")
                }
            });
        }
        read
    }

    #[test]
    fn the_last_line_end_begins_no_line() {
        assert_eq!(read(b""), []);
        assert_eq!(read(b"a"), [Ok("a".into())]);
        assert_eq!(read(b"a\n"), [Ok("a".into())]);
        assert_eq!(read(b"a\n\n"), [Ok("a".into()), Ok(String::new())]);
    }

    #[test]
    fn carriage_returns_belong_to_the_line_end_only() {
        let expected = ["a", "b\rc", "d\r", "e\r"].map(|text| Ok(text.to_owned()));
        assert_eq!(read(b"a\r\nb\rc\nd\r\r\ne\r"), expected);
    }

    #[test]
    fn a_line_is_kept_up_to_the_limit_whatever_ends_it() {
        for length in LONGEST - 2..=LONGEST + 5 {
            for end in ["", "\n", "\r\n"] {
                let line = "x".repeat(length);
                let mut input = format!("{line}{end}");
                // With no line end, `after` would belong to the line.
                let after = if end.is_empty() { "" } else { "after" };
                input.push_str(after);

                let mut expected = vec![if length <= LONGEST {
                    Ok(line)
                } else {
                    Err((length + end.len()) as u64)
                }];
                expected.extend((!after.is_empty()).then(|| Ok(after.to_owned())));
                assert_eq!(read(input.as_bytes()), expected, "{length} {end:?}");
            }
        }
    }

    #[test]
    fn invalid_bytes_are_found_where_they_are() {
        let mut lines = Lines::new(&b"ab\xffc\nd"[..], LONGEST);
        let line = lines.read().expect("memory can be read");
        let text = Err(Malformed::NotUtf8 {
            bytes: b"ab\xffc",
            at: 2,
        });
        assert_eq!(line, Some(Line { number: 1, text }));
        let next = lines.read().expect("memory can be read");
        assert_eq!(next.map(|line| line.text), Some(Ok("d")));
    }
}
