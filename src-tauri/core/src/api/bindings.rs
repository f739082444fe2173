//! The TypeScript side of the contract, and the window's capability, written from the types and the command list.
//!
//! `cargo xtask bindings` writes both files; the tests here fail while a committed one is stale.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ts_rs::{Config, TS, TypeVisitor};

use super::*;
use crate::domain::search::fields::{DAYS, DUE, FLAGS, Named, OUTCOMES, PRESENCE, REASONS, STAGES, TYPES};
use crate::for_each_command;

const UPDATE: &str = "HEARTH_WRITE_BINDINGS";

struct Collected<'a> {
    config: &'a Config,
    declarations: std::collections::BTreeMap<String, String>,
}

impl Collected<'_> {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        // Primitives and containers have no declaration of their own.
        if T::output_path().is_none() || self.declarations.contains_key(&T::ident(self.config)) {
            T::visit_generics(self);
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.declarations.insert(T::ident(self.config), format!("{docs}export {}", T::decl(self.config)));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Collected<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

macro_rules! collect {
    (core { $($core:ident($core_request:ty) -> $core_reply:ty;)* } shell { $($shell:ident($shell_request:ty) -> $shell_reply:ty;)* }) => {
        fn typescript() -> String {
            let config = Config::default().with_large_int("number");
            let mut all = Collected { config: &config, declarations: Default::default() };
            let mut commands = String::new();
            $(
                all.add::<$core_request>();
                all.add::<$core_reply>();
                writeln!(commands, "  {}: {{ request: {}; reply: {} }};", stringify!($core), <$core_request>::name(&config), <$core_reply>::name(&config)).unwrap();
            )*
            $(
                all.add::<$shell_request>();
                all.add::<$shell_reply>();
                writeln!(commands, "  {}: {{ request: {}; reply: {} }};", stringify!($shell), <$shell_request>::name(&config), <$shell_reply>::name(&config)).unwrap();
            )*
            all.add::<ApiError>();
            all.add::<DeskEvent>();
            let mut file = String::from("// Written by `cargo xtask bindings` from src-tauri/core/src/api. Do not edit by hand.\n\n");
            for declaration in all.declarations.values() {
                writeln!(file, "{declaration}\n").unwrap();
            }
            write!(file, "/** Every command: what it takes and what it answers. */\nexport type Commands = {{\n{commands}}};\n").unwrap();
            file + &search_names()
        }

        fn capability() -> String {
            let commands = [$(stringify!($core),)* $(stringify!($shell),)*];
            let permissions: Vec<String> = commands
                .iter()
                .map(|command| format!("allow-{}", command.replace('_', "-")))
                .chain(["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()])
                .collect();
            let capability = serde_json::json!({
                "identifier": "main",
                "description": "The one window: exactly Hearth's own commands, and listening to its events. Written by `cargo xtask bindings`.",
                "windows": ["main"],
                "permissions": permissions,
            });
            serde_json::to_string_pretty(&capability).expect("plain JSON") + "\n"
        }
    };
}
for_each_command!(collect);

/// How the values of filters are written, and what else each may be called.
fn search_names() -> String {
    fn all<T>(named: &[Named<T>], of: &str) -> String {
        let values = named.iter().map(|value| {
            let (written, also) = value.english.split_first().expect("a name");
            let also: Vec<&str> = also.iter().chain(value.korean).copied().collect();
            format!("    {written}: {},\n", serde_json::to_string(&also).expect("plain JSON"))
        });
        format!("  {of}: {{\n{}  }},\n", values.collect::<String>())
    }
    // What stands for several types is typed, not chosen.
    let types: Vec<_> = TYPES.into_iter().filter(|named| named.what.len() == 1).collect();
    let fields = [
        all(&types, "type"),
        all(&STAGES, "stage"),
        all(&OUTCOMES, "outcome"),
        all(&FLAGS, "is"),
        all(&REASONS, "reason"),
        all(&PRESENCE, "presence"),
        all(&[DUE], "followUp"),
        all(&DAYS, "day"),
    ];
    format!(
        "\n/** How the values of filters are written, and what else each may be called: in small letters, without spaces. */\n\
         export const searchNames = {{\n{}}} as const;\n",
        fields.concat()
    )
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies in src-tauri/core").to_owned()
}

fn committed_or_written(path: &str, content: &str) {
    let path = root().join(path);
    if std::env::var_os(UPDATE).is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).unwrap();
        std::fs::write(&path, content).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed.replace("\r\n", "\n") == content, "{} is stale: run `cargo xtask bindings`", path.display());
}

#[test]
fn the_windows_types_are_those_of_the_contract() {
    committed_or_written("ui/src/lib/api/generated.ts", &typescript());
}

#[test]
fn the_windows_capability_is_exactly_the_command_list() {
    committed_or_written("src-tauri/capabilities/main.json", &capability());
}
