//! Asks axe-core, in the real window, for violations of WCAG 2.2 AA.

use serde_json::{Value, json};

use crate::window::Window;

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/axe-core/axe.min.js");
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

impl Window {
    /// What axe finds wrong on the screen as it is: rule, and the elements that break it.
    pub fn violations(&self) -> Vec<String> {
        self.until("nothing is fading in", "return document.getAnimations().every((a) => a.playState !== 'running' || a.effect?.getTiming().iterations === Infinity)", json!([]));
        if self.run("return window.axe === undefined", json!([])).is_ok_and(|missing| missing == true) {
            let axe = std::fs::read_to_string(AXE).expect("`npm ci` in ui/ brings axe-core");
            self.driver().run(&axe, json!([])).unwrap_or_else(|error| self.fail(&error));
        }
        let script = "const [tags, done] = arguments; window.axe.run(document, { runOnly: { type: 'tag', values: tags } }) \
            .then((found) => done(found.violations.map((v) => `${v.id}: ${v.help}: ` + v.nodes.slice(0, 5) \
            .map((n) => `${n.target.join(' ')} (${n.any.concat(n.all, n.none).map((c) => c.message).join('; ')})`).join(' | '))), (error) => done([String(error)]))";
        let found = self.driver().run_async(script, json!([TAGS])).unwrap_or_else(|error| self.fail(&error));
        found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Fails with what axe finds wrong on this screen, in light and in dark.
    pub fn must_be_accessible(&self, screen: &str) {
        for theme in ["light", "dark"] {
            self.run(&format!("document.documentElement.dataset.theme = '{theme}'"), json!([]))
                .expect("the theme is set");
            let found = self.violations();
            assert!(found.is_empty(), "{screen} in {theme}: {found:#?}");
        }
    }
}
