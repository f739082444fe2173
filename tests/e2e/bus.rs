//! A session bus of the desk's own: nothing but what the test puts there can be reached on it.
//!
//! It starts no services: a portal that starts and fails delays GTK by 25 seconds.

use std::path::Path;
use std::process::Command;

use zbus::Connection;

use crate::processes::Running;

/// The bus, until it is dropped.
pub struct Bus {
    pub address: String,
    _daemon: Running,
}

impl Bus {
    pub fn start(folder: &Path) -> Self {
        let config = folder.join("bus.conf");
        let text = format!(
            "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" \
             \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n\
             <busconfig><type>session</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n",
            folder.join("bus").display()
        );
        std::fs::write(&config, text).expect("the desk's folder can be written");
        let mut command = Command::new("dbus-daemon");
        command.args(["--nofork", "--print-address=1"]).arg(format!("--config-file={}", config.display()));
        let (daemon, address) = Running::start_and_hear("dbus-daemon", command);
        Self { address, _daemon: daemon }
    }

    /// A connection that owns `name` and serves `object` at `path`.
    pub fn serve<I: zbus::object_server::Interface>(
        &self,
        name: &'static str,
        path: &'static str,
        object: I,
    ) -> Connection {
        zbus::block_on(async {
            zbus::connection::Builder::address(self.address.as_str()).serve_at(path, object).name(name).build().await
        })
        .unwrap_or_else(|error| panic!("{name} cannot be served on the desk's bus: {error}"))
    }

    /// Whether somebody on the bus owns `name`.
    pub fn has(&self, name: &'static str) -> bool {
        has_owner(&self.address, name)
    }
}

/// Whether somebody on the bus at `address` owns `name`.
pub fn has_owner(address: &str, name: &'static str) -> bool {
    zbus::block_on(async {
        let connection = zbus::connection::Builder::address(address).build().await?;
        Ok::<_, zbus::Error>(zbus::fdo::DBusProxy::new(&connection).await?.name_has_owner(name.try_into()?).await?)
    })
    .unwrap_or(false)
}
