//! The templates of any hierarchy, drawn as a tree.

use std::fmt;

use topics::{PlaceholderKind, Template, TemplateSegment};

/// The templates as a tree, a segment a line.
pub(crate) struct Tree {
    root: Node,
}

#[derive(Default)]
struct Node {
    /// The segment, as the template writes it.
    label: String,
    /// Whether a template ends here.
    is_topic: bool,
    children: Vec<Node>,
}

impl Tree {
    pub(crate) fn of(templates: &[Template<'_>]) -> Self {
        let mut root = Node::default();
        for template in templates {
            let mut node = &mut root;
            for segment in template.segments() {
                node = node.child(label(&segment));
            }
            node.is_topic = true;
        }
        Self { root }
    }
}

impl Node {
    /// The child with this label, which is made if it is missing. Siblings keep the order of the
    /// declaration.
    fn child(&mut self, label: String) -> &mut Self {
        let index = self
            .children
            .iter()
            .position(|child| child.label == label)
            .unwrap_or_else(|| {
                self.children.push(Self {
                    label,
                    ..Self::default()
                });
                self.children.len() - 1
            });
        &mut self.children[index]
    }

    fn draw(&self, f: &mut fmt::Formatter<'_>, indent: &str) -> fmt::Result {
        for (index, child) in self.children.iter().enumerate() {
            let (branch, below) = if index + 1 == self.children.len() {
                ("└── ", "    ")
            } else {
                ("├── ", "│   ")
            };
            let mark = if child.is_topic && !child.children.is_empty() {
                "  (is a topic too)"
            } else {
                ""
            };
            writeln!(f, "{indent}{branch}{}{mark}", child.label)?;
            child.draw(f, &format!("{indent}{below}"))?;
        }
        Ok(())
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.draw(f, "")
    }
}

fn label(segment: &TemplateSegment<'_>) -> String {
    let placeholder = match segment {
        TemplateSegment::Literal(literal) => return (*literal).to_owned(),
        TemplateSegment::Placeholder(placeholder) => placeholder,
    };
    let name = placeholder.name();
    match placeholder.kind() {
        PlaceholderKind::Typed(of) => format!("<{name}: {of}>"),
        PlaceholderKind::Closed(values) => {
            let values: Vec<&str> = values.clone().collect();
            format!("<{name}: {}>", values.join(" | "))
        }
        PlaceholderKind::Tail => format!("<{name}..>"),
        _ => format!("<{name}>"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_in_common_are_drawn_once() {
        let templates = [
            Template::from_static("a.<id>.b.<state: on | off>"),
            Template::from_static("a.<id>.b"),
            Template::from_static("a.<id: Uuid>"),
            Template::from_static("<rest..>"),
        ];
        let expected = "\
├── a
│   ├── <id>
│   │   └── b  (is a topic too)
│   │       └── <state: on | off>
│   └── <id: Uuid>
└── <rest..>
";
        assert_eq!(Tree::of(&templates).to_string(), expected);
    }
}
