//! A hierarchy, drawn as a tree.

use std::fmt;
use std::io::Write;

use anyhow::Result;
use console::{measure_text_width, style};
use serde_json::json;
use topics::lock::{Lock, LockEntry};

use crate::former::successor;
use crate::source;
use crate::terminal::{hang, width};

/// What is said of topics begins in one column, behind all labels but those that are wider.
const WIDEST: usize = 44;

/// Draws the hierarchies of locks.
pub(crate) fn run(locks: &[String], as_json: bool, out: &mut impl Write) -> Result<bool> {
    for path in locks {
        let lock = source::lock(path)?;
        let name = lock.hierarchy().unwrap_or(path);
        if as_json {
            for entry in lock.entries() {
                let value = json!({
                    "hierarchy": name,
                    "template": entry.template().as_str(),
                    "payload": entry.payload(),
                    "reply": entry.reply(),
                    "first": entry.is_first(),
                    "now": successor(&lock, entry.template()).map(|now| now.as_str()),
                });
                writeln!(out, "{value}")?;
            }
            continue;
        }
        writeln!(out, "{name}\n{}", Tree::of(&lock))?;
    }
    Ok(true)
}

/// The templates of a lock as a tree, a segment a line.
pub(crate) struct Tree {
    /// The first is the root; each child comes after its parent.
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    /// The segment, as the template writes it.
    label: String,
    /// Whether a template ends here, and what is said of it.
    topic: Option<Vec<String>>,
    children: Vec<usize>,
}

impl Tree {
    pub(crate) fn of(lock: &Lock) -> Self {
        let mut tree = Self {
            nodes: vec![Node::default()],
        };
        for entry in lock.entries() {
            let mut node = 0;
            for segment in entry.template().segments() {
                node = tree.child(node, segment.to_string());
            }
            let topic = tree.nodes[node].topic.get_or_insert_default();
            topic.extend(carried(entry, lock));
        }
        tree
    }

    /// The child with this label, which is made if it is missing.
    fn child(&mut self, parent: usize, label: String) -> usize {
        let mut children = self.nodes[parent].children.iter().copied();
        if let Some(child) = children.find(|child| self.nodes[*child].label == label) {
            return child;
        }
        let child = self.nodes.len();
        self.nodes.push(Node {
            label,
            ..Node::default()
        });
        self.nodes[parent].children.push(child);
        child
    }
}

/// What the lock says of an entry besides its template.
fn carried(entry: &LockEntry, lock: &Lock) -> Vec<String> {
    let first = entry.is_first().then(|| "(first)".to_owned());
    let payload = entry.payload().map(|payload| format!("=> {payload}"));
    let reply = entry.reply().map(|reply| format!("-> {reply}"));
    let now = successor(lock, entry.template()).map(|now| format!("(now {now})"));
    [first, payload, reply, now].into_iter().flatten().collect()
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is still to be drawn, the next one last: the node, the text before it, and whether a sibling follows.
        let mut rest = Vec::new();
        let enter = |node: &Node, indent: &str, rest: &mut Vec<(usize, String, bool)>| {
            for (place, child) in node.children.iter().rev().enumerate() {
                rest.push((*child, indent.to_owned(), place > 0));
            }
        };
        enter(&self.nodes[0], "", &mut rest);
        let mut rows = Vec::new();
        while let Some((place, indent, has_next)) = rest.pop() {
            let node = &self.nodes[place];
            let (branch, below) = if has_next {
                ("├── ", "│   ")
            } else {
                ("└── ", "    ")
            };
            let mut said = node.topic.clone().unwrap_or_default();
            if node.topic.is_some() && !node.children.is_empty() {
                said.push("(is a topic too)".to_owned());
            }
            rows.push((format!("{indent}{branch}{}", node.label), said.join(" ")));
            enter(node, &format!("{indent}{below}"), &mut rest);
        }
        let widths = rows.iter().filter(|(_, said)| !said.is_empty());
        let widths = widths.map(|(label, _)| measure_text_width(label));
        let column = widths.filter(|width| *width <= WIDEST).max().unwrap_or(0);
        for (label, said) in rows {
            let space = column.saturating_sub(measure_text_width(&label));
            let said = style(said).cyan();
            let line = format!("{label}{:space$}  {said}", "");
            writeln!(f, "{}", hang(line.trim_end(), column + 2, width()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_in_common_are_drawn_once() {
        let lock = "topics-lock 1 Bus\na.<id>.b\na.<id>.b.<state: on | off> => P -> R\na.<id: Uuid>\n<rest..>\nlog\n\
            former log => a.<id: Uuid>\n";
        let lock = Lock::parse(lock).expect("a lock");
        let expected = "\
├── <rest..>
├── a
│   ├── <id: Uuid>
│   └── <id>
│       └── b                      (is a topic too)
│           └── <state: on | off>  => P -> R
└── log                            (now a.<id: Uuid>)
";
        assert_eq!(Tree::of(&lock).to_string(), expected);
    }
}
