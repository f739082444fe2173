//! A program whose page a driver has hold of.

use std::net::TcpListener;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::super::stage::Stage;
use crate::process::{Beside, Outcome};

/// The same client as the tests have.
#[path = "../../../../tests/e2e/driver.rs"]
#[allow(dead_code, reason = "a bench clicks nothing")]
mod driver;

use driver::Driver;

const PATIENCE: Duration = Duration::from_secs(60);

pub struct Session {
    driver: Driver,
    program: Beside,
}

impl Session {
    /// Has a driver start `program` on `stage`.
    pub fn open(stage: &Stage, program: &Path, args: &[String]) -> Outcome<Self> {
        Self::open_with(stage, program, args, &[])
    }

    /// The same with more variables around it.
    pub fn open_with(stage: &Stage, program: &Path, args: &[String], variables: &[(String, String)]) -> Outcome<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))
            .and_then(|free| free.local_addr())
            .map_err(|why| format!("no free port: {why}"))?
            .port();
        let running = stage.open(Path::new("WebKitWebDriver"), |command| {
            let variables = variables.iter().map(|(name, value)| (name, value));
            command.arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true").envs(variables)
        })?;
        let begun = Instant::now();
        while !driver::is_ready(port) {
            if begun.elapsed() > PATIENCE {
                return Err("the driver does not answer".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let driver = Driver::open(port, &program.to_string_lossy(), args)?;
        Ok(Self { driver, program: running })
    }

    /// What `script`, the body of a function in the page, returns.
    pub fn run(&self, script: &str, arguments: Value) -> Outcome<Value> {
        self.driver.run(script, arguments)
    }

    /// What `script` calls its last argument with.
    pub fn run_async(&self, script: &str, arguments: Value) -> Outcome<Value> {
        let answer = self.driver.run_async(script, arguments)?;
        match answer["error"].as_str() {
            Some(error) => Err(format!("in the page: {error}")),
            None => Ok(answer),
        }
    }

    /// Waits until `script` returns something true.
    pub fn until(&self, awaited: &str, script: &str) -> Outcome {
        let begun = Instant::now();
        loop {
            if self.run(script, json!([])).is_ok_and(|value| value == true) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                let text = self.run("return document.body.innerText", json!([])).unwrap_or_default();
                return Err(format!("{awaited}: never; the window says {text}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The driver's process; what it started is the measured program.
    pub fn id(&self) -> u32 {
        self.program.id()
    }

    pub fn close(self) {
        // It may have ended.
        let _ = self.driver.close();
    }
}
