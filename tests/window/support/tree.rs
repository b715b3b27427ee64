//! The accessibility tree as a flat list in reading order, and finding a node in it by role and name.

use std::collections::HashMap;
use std::fmt;

use egui::Role;
use egui::accesskit::{self, Affine, NodeId, Toggled, TreeUpdate};

/// One thing on the screen, as a screen reader hears it.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) role: Role,
    /// Its accessible name: its label, else the text of what labels it; a plain text is named by its value.
    pub(crate) name: String,
    pub(crate) value: String,
    /// In points of the window; `None` for what has no place.
    pub(crate) bounds: Option<egui::Rect>,
    pub(crate) disabled: bool,
    pub(crate) focused: bool,
    pub(crate) selected: bool,
    pub(crate) toggled: Option<Toggled>,
    depth: usize,
}

impl Node {
    /// Every node of a full tree, parents before children.
    pub(crate) fn list(update: &TreeUpdate) -> Vec<Self> {
        let known: HashMap<NodeId, &accesskit::Node> =
            update.nodes.iter().map(|(id, node)| (*id, node)).collect();
        let root = update.tree.as_ref().map_or(update.focus, |tree| tree.root);
        let mut list = Vec::new();
        let mut open = vec![(root, 0, Affine::IDENTITY)];
        while let Some((id, depth, outer)) = open.pop() {
            let Some(node) = known.get(&id) else { continue };
            let place = node.transform().map_or(outer, |inner| outer * *inner);
            list.push(Self {
                role: node.role(),
                name: name_of(node, &known),
                value: node.value().unwrap_or_default().to_owned(),
                bounds: node.bounds().map(|bounds| rect_of(place.transform_rect_bbox(bounds))),
                disabled: node.is_disabled(),
                focused: update.focus == id,
                selected: node.is_selected() == Some(true),
                toggled: node.toggled(),
                depth,
            });
            open.extend(node.children().iter().rev().map(|child| (*child, depth + 1, place)));
        }
        list
    }

    /// Whether it has this role and exactly this name.
    pub(crate) fn is(&self, role: Role, name: &str) -> bool {
        self.role == role && plain(&self.name) == plain(name)
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:indent$}{:?} {:?}", "", self.role, self.name, indent = 2 * self.depth)?;
        if !self.value.is_empty() && self.value != self.name {
            write!(f, " = {:?}", self.value)?;
        }
        for (said, holds) in
            [("disabled", self.disabled), ("focused", self.focused), ("selected", self.selected)]
        {
            if holds {
                write!(f, " ({said})")?;
            }
        }
        if let Some(toggled) = self.toggled {
            write!(f, " ({toggled:?})")?;
        }
        match self.bounds {
            Some(r) => {
                write!(f, " [{:.0},{:.0} {:.0}×{:.0}]", r.min.x, r.min.y, r.width(), r.height())
            }
            None => Ok(()),
        }
    }
}

fn name_of(node: &accesskit::Node, known: &HashMap<NodeId, &accesskit::Node>) -> String {
    let text = |node: &accesskit::Node| node.label().or_else(|| node.value()).map(str::to_owned);
    let own = match node.label() {
        None if node.role() == Role::Label => text(node),
        own => own.map(str::to_owned),
    };
    own.unwrap_or_else(|| {
        let named: Vec<String> =
            node.labelled_by().iter().filter_map(|id| known.get(id)).filter_map(|node| text(node)).collect();
        named.join(" ")
    })
}

fn rect_of(rect: accesskit::Rect) -> egui::Rect {
    egui::Rect::from_min_max(
        egui::pos2(rect.x0 as f32, rect.y0 as f32),
        egui::pos2(rect.x1 as f32, rect.y1 as f32),
    )
}

/// The tests are written with the spaces and the apostrophe of a keyboard; the window's are the typographer's.
pub(crate) fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2019}', "'")
}
