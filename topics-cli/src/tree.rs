//! A hierarchy, drawn as a tree.

use std::fmt;
use std::io::Write;

use anyhow::Result;
use serde_json::json;
use topics::lock::{Lock, LockEntry};

use crate::source;

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
                    "now": source::successor(&lock, entry.template()).map(|now| now.as_str()),
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
    /// Whether a template ends here, and what it carries.
    topic: Option<String>,
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
            topic.push_str(&carried(entry));
            if let Some(now) = source::successor(lock, entry.template()) {
                topic.extend(["  (now ", now.as_str(), ")"]);
            }
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

/// What the lock writes around the template of an entry, or nothing.
fn carried(entry: &LockEntry) -> String {
    let mut text = String::from(if entry.is_first() { "  (first)" } else { "" });
    for (arrow, name) in [("=>", entry.payload()), ("->", entry.reply())] {
        if let Some(name) = name {
            text.extend(["  ", arrow, " ", name]);
        }
    }
    text
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
        while let Some((place, indent, has_next)) = rest.pop() {
            let node = &self.nodes[place];
            let (branch, below) = if has_next {
                ("├── ", "│   ")
            } else {
                ("└── ", "    ")
            };
            write!(f, "{indent}{branch}{}", node.label)?;
            if let Some(topic) = &node.topic {
                f.write_str(topic)?;
                if !node.children.is_empty() {
                    f.write_str("  (is a topic too)")?;
                }
            }
            writeln!(f)?;
            enter(node, &format!("{indent}{below}"), &mut rest);
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
│       └── b  (is a topic too)
│           └── <state: on | off>  => P  -> R
└── log  (now a.<id: Uuid>)
";
        assert_eq!(Tree::of(&lock).to_string(), expected);
    }
}
