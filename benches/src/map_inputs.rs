//! Patterns for a map, and topics that they match.

use std::collections::HashSet;

use fastrand::Rng;

/// Distinct patterns, and distinct topics that each match 1 to 10 of them.
///
/// Seventy in a hundred patterns are literal, 25 have one `*`, 5 end with `>`; they have 4 to 6 segments, of
/// vocabularies that grow with the number of patterns and in which few words are most of the text.
pub struct MapInputs {
    /// In random order.
    pub patterns: Vec<String>,
    /// In random order.
    pub topics: Vec<String>,
    /// How many patterns match a topic in the mean.
    pub matches_per_topic: f64,
}

/// Words of one place in a name: how they begin, and the share of the patterns' number, as an exponent, that
/// says how many there are.
const VOCABULARIES: [(&str, f64); 6] = [
    ("svc", 0.25),
    ("area-", 0.35),
    ("", 0.70),
    ("item", 0.50),
    ("leaf", 0.40),
    ("part", 0.40),
];

impl MapInputs {
    /// So many patterns and topics; always the same.
    ///
    /// # Panics
    ///
    /// If a topic is matched by none, or by more than 10, or none by 5.
    #[must_use]
    pub fn new(patterns: usize, topics: usize) -> Self {
        let mut inputs = Inputs {
            size: patterns,
            rng: Rng::with_seed(4),
        };
        let mut patterns = distinct(patterns, || inputs.pattern());
        inputs.rng.shuffle(&mut patterns);

        let index: HashSet<&str> = patterns.iter().map(String::as_str).collect();
        let mut total = 0;
        let mut most = 0;
        let topics = distinct(topics, || {
            loop {
                let topic = inputs.topic(&patterns);
                // In MQTT `a/#` matches `a` too, which is not asked for here.
                if !index.contains(format!("{topic}.>").as_str()) {
                    return topic;
                }
            }
        });
        for topic in &topics {
            let matches = matches(&index, topic);
            assert!(
                (1..=10).contains(&matches),
                "{matches} patterns match `{topic}`"
            );
            total += matches;
            most = most.max(matches);
        }
        assert!(
            topics.is_empty() || most >= 5,
            "{most} patterns match at most"
        );
        #[expect(clippy::cast_precision_loss, reason = "a few millions at most")]
        let matches_per_topic = total as f64 / topics.len() as f64;
        Self {
            patterns,
            topics,
            matches_per_topic,
        }
    }
}

struct Inputs {
    size: usize,
    rng: Rng,
}

impl Inputs {
    fn pattern(&mut self) -> String {
        let mut segments = self.segments();
        let last = segments.len() - 1;
        match self.rng.u8(..100) {
            0..70 => {}
            70..95 => "*".clone_into(&mut segments[self.rng.usize(..=last)]),
            _ => ">".clone_into(&mut segments[last]),
        }
        segments.join(".")
    }

    /// A topic that a random pattern matches: where it has a wildcard there is a word of the vocabulary or,
    /// as often, an id that occurs nowhere else.
    fn topic(&mut self, patterns: &[String]) -> String {
        let pattern = &patterns[self.rng.usize(..patterns.len())];
        let mut segments: Vec<_> = pattern.split('.').map(str::to_owned).collect();
        for (place, segment) in segments.iter_mut().enumerate() {
            if matches!(segment.as_str(), "*" | ">") {
                *segment = if self.rng.bool() {
                    self.word(place)
                } else {
                    self.id()
                };
            }
        }
        if pattern.ends_with('>') && segments.len() < 6 && self.rng.bool() {
            segments.push(self.id());
        }
        segments.join(".")
    }

    fn segments(&mut self) -> Vec<String> {
        (0..self.rng.usize(4..=6))
            .map(|place| self.word(place))
            .collect()
    }

    /// The first words of a vocabulary are by far the most frequent.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a few thousands at most"
    )]
    fn word(&mut self, place: usize) -> String {
        let (beginning, exponent) = VOCABULARIES[place];
        let words = (self.size as f64).powf(exponent) + 4.0;
        let rank = words.powf(self.rng.f64().powi(2)) as u32;
        match place {
            2 => format!("{:08x}", rank.wrapping_mul(0x9e37_79b1)),
            _ => format!("{beginning}{rank}"),
        }
    }

    fn id(&mut self) -> String {
        format!("{:x}", self.rng.u64(..))
    }
}

/// How many patterns match a topic, by looking up every pattern that could.
fn matches(patterns: &HashSet<&str>, topic: &str) -> usize {
    let segments: Vec<_> = topic.split('.').collect();
    let starred = (0..segments.len()).map(|star| {
        let mut segments = segments.clone();
        segments[star] = "*";
        segments.join(".")
    });
    let tailed = (1..segments.len()).map(|tail| segments[..tail].join(".") + ".>");
    let candidates = starred
        .chain(tailed)
        .filter(|pattern| patterns.contains(pattern.as_str()));
    candidates.count() + usize::from(patterns.contains(topic))
}

fn distinct(count: usize, mut next: impl FnMut() -> String) -> Vec<String> {
    let mut seen = HashSet::with_capacity(count);
    let mut all = Vec::with_capacity(count);
    while all.len() < count {
        let text = next();
        if seen.insert(text.clone()) {
            all.push(text);
        }
    }
    all
}
